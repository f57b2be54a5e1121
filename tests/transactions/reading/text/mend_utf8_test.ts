import fc from "fast-check";
import { Buffer } from "node:buffer";
import { decodeText } from "../../../../src/transactions/reading/text/decode_text.ts";
import { mendUtf8 } from "../../../../src/transactions/reading/text/mend_utf8.ts";
import { assertEquals } from "@std/assert";

const bytesOf = (...parts: (string | readonly number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

Deno.test("mendUtf8: a byte that is no UTF-8 changes nothing but its own character", () => {
  const mended = mendUtf8(bytesOf("Müller\nZoë, caf", [0xe9], " Zoë\nÅse\n"))!;
  assertEquals(textOf(mended.bytes), "Müller\nZoë, café Zoë\nÅse\n");
  assertEquals(mended.lines, { count: 1, first: { line: 2, text: "Zoë, café Zoë" } });
});

Deno.test("mendUtf8: a text with more lines in another encoding is left to it", () => {
  assertEquals(mendUtf8(bytesOf("caf", [0xe9], "\nZo", [0xeb], "\nÅse\n")), undefined);
  assertEquals(mendUtf8(bytesOf("caf", [0xe9], "\n")), undefined);
  assertEquals(decodeText(bytesOf("caf", [0xe9], "\n")).from, "windows-1252");
});

Deno.test("mendUtf8: of random lines with random bytes in some all others stay", () => {
  const line = fc.string({ unit: "grapheme" }).map((text) => `é${text.replaceAll("\n", "")}`);
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 2 }),
      fc.nat(),
      fc.integer({ min: 0x80, max: 0xbf }),
      (lines, n, byte) => {
        const at = n % lines.length;
        const parts = lines.map((text, i) =>
          i === at ? bytesOf(text, [byte], "\n") : bytesOf(`${text}\n`)
        );
        const { bytes, lines: { first } } = mendUtf8(bytesOf(...parts.map((part) => [...part])))!;
        const found = textOf(bytes).split("\n");
        assertEquals([found.length, first.line], [lines.length + 1, at + 1]);
        lines.forEach((text, i) => i !== at && assertEquals(found[i], text));
        assertEquals(found[at].startsWith(lines[at]), true);
      },
    ),
    { seed: 16, numRuns: 300 },
  );
});
