import { assertEquals } from "@std/assert";
import { decodeText } from "../../../../src/transactions/reading/text/decode_text.ts";

Deno.test("decodeText: bytes that are not valid UTF-8 are Windows-1252, and stay as they are", () => {
  const bytes = new Uint8Array(100_000).fill(65);
  bytes[99_999] = 0xa3;
  assertEquals(decodeText(bytes), { bytes, encoding: "windows-1252", from: "windows-1252" });
});

Deno.test("decodeText: UTF-8 comes back as it is, without its byte order mark", () => {
  const bytes = new TextEncoder().encode("\ufeff£ caf\u00e9");
  assertEquals(decodeText(bytes), { bytes: bytes.subarray(3), encoding: "utf-8", from: "utf-8" });
});

Deno.test("decodeText: UTF-16 becomes UTF-8", () => {
  const units = Uint16Array.from("\ufeff£5,é\n", (character) => character.charCodeAt(0));
  const { bytes, encoding, from } = decodeText(new Uint8Array(units.buffer));
  assertEquals([new TextDecoder().decode(bytes), encoding, from], ["£5,é\n", "utf-8", "utf-16le"]);
});
