import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { createRandom } from "../../src/numeric/random/random.ts";
import {
  type CodedTexts,
  encodeTexts,
  joinNumbers,
  joinTexts,
  ranksOf,
} from "../../src/frames/coded.ts";

function draw(alphabet: readonly string[], count: number, seed: number): string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => alphabet[random.integer(alphabet.length)]);
}

function written({ codes, values }: CodedTexts): string[] {
  return Array.from(codes, (code) => values[code]);
}

Deno.test("ranksOf: the order of texts is Polars' own, whatever the script", () => {
  const alphabet = ["", "a", "Z", "é", "ｚ", "10", "9", " 9", "a!"];
  const { values } = encodeTexts(draw(alphabet, 500, 7));
  const sorted = pl.DataFrame({ text: [...values] }).sort("text").getColumn("text").toArray();
  const ranks = ranksOf(values);
  assertEquals(Array.from(ranks.keys(), (code) => sorted[ranks[code]]), [...values]);
});

Deno.test("encodeTexts: each text is there once, no lines have none", () => {
  const texts = draw(["b", "", "a"], 100, 1);
  const coded = encodeTexts(texts);
  assertEquals(written(coded), texts);
  assertEquals(coded.values.length, 3);
  assertEquals(encodeTexts([]).values, []);
});

Deno.test("joinTexts: says the same lines as before, each text once", () => {
  const parts = [["b", "a"], [], ["c", "a", "a"]];
  const joined = joinTexts(parts.map(encodeTexts));
  assertEquals(written(joined), parts.flat());
  assertEquals(joined.values.length, 3);
});

Deno.test("joinNumbers: says the same lines as before, unreadable ones too", () => {
  const parts = [[1, NaN], [1, 2, 2]].map((numbers) => ({
    codes: Int32Array.from(numbers.keys()),
    values: Float64Array.from(numbers),
  }));
  const { codes, values } = joinNumbers(parts);
  assertEquals(Array.from(codes, (code) => values[code]), [1, NaN, 1, 2, 2]);
});
