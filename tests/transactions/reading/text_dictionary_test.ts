import { assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { TextDictionary } from "../../../src/transactions/reading/text_dictionary.ts";
import { slowTest } from "../../slow.ts";

Deno.test("TextDictionary: numbers texts as a Map does, however many and however long", () => {
  const random = createRandom(3);
  const draw = () =>
    Array.from({ length: random.integer(12) }, () => "abcé"[random.integer(4)]).join("");
  const texts = Array.from({ length: 30_000 }, draw);
  const expected = new Map([["", 0]]);
  const dictionary = new TextDictionary();
  for (const text of texts) {
    const bytes = new TextEncoder().encode(`#${text}`); // so that texts begin anywhere
    const code = dictionary.codeOf(new DataView(bytes.buffer), 1, bytes.length - 1);
    if (!expected.has(text)) expected.set(text, expected.size);
    assertEquals(code, expected.get(text));
    assertEquals(dictionary.sizeOf(code), bytes.length - 1);
  }
  assertEquals(dictionary.texts("utf-8"), [...expected.keys()]);
});

Deno.test("TextDictionary: a text is told from all that begin or end like it", () => {
  const texts = ["1234", "12345", "012345", "1234567", "12345678", "2345678", "123", "1230"];
  const dictionary = new TextDictionary();
  const views = texts.map((text) => new DataView(new TextEncoder().encode(text).buffer));
  const codes = views.map((view) => dictionary.codeOf(view, 0, view.byteLength));
  assertEquals(codes, [1, 2, 3, 4, 5, 6, 7, 8]);
  assertEquals(
    views.map((view, i) => dictionary.isText(codes[(i + 1) % 8], view, 0, view.byteLength)),
    texts.map(() => false),
  );
});

slowTest("TextDictionary: more than a string of JavaScript can hold is decoded in parts", () => {
  const bytes = new Uint8Array(200_000_000).fill(65), view = new DataView(bytes.buffer);
  const dictionary = new TextDictionary(), sizes = [200_000_000, 199_000_000, 198_000_000, 1];
  assertEquals(sizes.map((size) => dictionary.codeOf(view, 0, size)), [1, 2, 3, 4]);
  assertEquals(dictionary.texts("utf-8").map(({ length }) => length), [0, ...sizes]);
});
