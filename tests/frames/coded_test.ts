import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { createRandom } from "../../src/numeric/random/random.ts";
import {
  type CodedTexts,
  codesAt,
  encodeTexts,
  joinNumbers,
  joinTexts,
  numbersAt,
  ownNumbers,
  ranksOf,
  sameText,
  spread,
  withTexts,
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

Deno.test("sameText: the same text on every line", () => {
  assertEquals(sameText("shop", 2), { codes: Int32Array.of(0, 0), values: ["shop"] });
});

Deno.test("numbersAt: the numbers of some lines", () => {
  const prices = { codes: Int32Array.of(1, 0), values: Float64Array.of(2, 5) };
  assertEquals(numbersAt(prices, Int32Array.of(0)), Float64Array.of(5));
});

Deno.test("codesAt: the codes of some lines", () => {
  assertEquals(codesAt(encodeTexts(["b", "a", "b"]), Int32Array.of(2, 1)), Int32Array.of(0, 1));
});

Deno.test("ownNumbers: a number of its own for every line", () => {
  assertEquals(ownNumbers(Float64Array.of(5, 5)).codes, Int32Array.of(0, 1));
});

Deno.test("spread: gives every line what is known of its value", () => {
  const ids = encodeTexts(["b", "a", "b"]);
  assertEquals(spread(ids, ranksOf(ids.values)), Int32Array.of(1, 0, 1));
});

Deno.test("withTexts: texts that become equal share a code; what does not change stays itself", () => {
  const ids = encodeTexts(["a", "A ", "b", "A "]);
  const same = withTexts(ids, ids.values.map((id) => id.trim().toLowerCase()));
  assertEquals(same, { codes: Int32Array.of(0, 0, 1, 0), values: ["a", "b"] });
  assertEquals(withTexts(ids, [...ids.values]) === ids, true);
});
