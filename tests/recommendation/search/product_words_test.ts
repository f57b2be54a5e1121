import { assertAlmostEquals, assertEquals } from "@std/assert";
import { fitProductWords, weighWords } from "../../../src/recommendation/search/product_words.ts";

Deno.test("fitProductWords: a product's weights have length 1; the order of names is no matter", () => {
  const names: [string, string][] = [["A", "RED RED CUP"], ["B", "BLUE CUP"], ["C", "?"]];
  const model = fitProductWords(new Map(names));
  const squares = [0, 0, 0];
  model.productIndices.forEach((product, e) => squares[product] += model.weights[e] ** 2);
  [1, 1, 0].forEach((length, product) => assertAlmostEquals(squares[product], length));
  assertEquals(fitProductWords(new Map(names.toReversed())), model);
});

Deno.test("weighWords: repeated words weigh more, unknown ones nothing, by hand", () => {
  const model = fitProductWords(new Map([["A", "RED CUP"], ["B", "BLUE CUP"]]));
  // blue 0, cup 1, red 2; cup is in both (rarity 1), red in one of two (ln(3/2) + 1).
  const red = 2 * (Math.log(3 / 2) + 1);
  const [cup, reds] = weighWords(model, "red GREEN red cup");
  assertEquals([cup.word, reds.word], [1, 2]);
  assertAlmostEquals(cup.weight, 1 / Math.hypot(1, red));
  assertAlmostEquals(reds.weight, red / Math.hypot(1, red));
  assertEquals(weighWords(model, ""), []);
});

Deno.test("fitProductWords: one product, and none", () => {
  assertEquals([...fitProductWords(new Map([["A", "CUP"]])).weights], [1]);
  assertEquals(fitProductWords(new Map()).offsets, Int32Array.of(0));
});
