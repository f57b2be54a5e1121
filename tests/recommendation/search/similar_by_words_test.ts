import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { fitProductWords } from "../../../src/recommendation/search/product_words.ts";
import { similarByWords } from "../../../src/recommendation/search/similar_by_words.ts";
import { productNames } from "../../../src/transactions/product_names.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";

const NAMES = new Map([
  ["A", "WHITE HANGING HEART T-LIGHT HOLDER"],
  ["B", "RED HANGING HEART T-LIGHT HOLDER"],
  ["C", "HEART OF WICKER SMALL"],
  ["D", "PACK OF 72 RETROSPOT CAKE CASES"],
  ["E", "SET/6 RED SPOTTY PAPER CUPS"],
]);

Deno.test("similarByWords: equals scikit-learn 1.9.1 TfidfVectorizer and cosine_similarity", () => {
  const model = fitProductWords(NAMES);
  const found = similarByWords(model, "SMALL RED HEART, heart of glass!");
  const expected = [
    ["C", 0.7151133869067083],
    ["B", 0.43780043418064696],
    ["A", 0.24033204851369683],
    ["E", 0.14913575167428306],
    ["D", 0.13529806648674528],
  ] as const;
  assertEquals(found.map(({ product_id }) => product_id), expected.map(([id]) => id));
  found.forEach(({ similarity }, i) => assertAlmostEquals(similarity, expected[i][1], 1e-12));
  assertEquals(found[0].words_in_common, ["heart", "of", "small"]);
  const [itself, red] = similarByWords(model, NAMES.get("A")!);
  assertEquals([itself.product_id, red.product_id], ["A", "B"]);
  assertAlmostEquals(itself.similarity, 1);
  assertAlmostEquals(red.similarity, 0.7452715923007749, 1e-12);
});

Deno.test("similarByWords: ties go to the lower id, the best few are kept", () => {
  const model = fitProductWords(new Map([["C", "TEA"], ["A", "tea"], ["B", "Tea!"], ["D", "CUP"]]));
  const ids = (count: number) => similarByWords(model, "TEA", count).map((row) => row.product_id);
  assertEquals(ids(10), ["A", "B", "C"]);
  assertEquals(ids(2), ["A", "B"]);
  assert(similarByWords(model, "TEA").every(({ similarity }) => similarity <= 1));
});

Deno.test("similarByWords: nothing for unknown words, no words, no products", () => {
  const model = fitProductWords(NAMES);
  for (const description of ["", "???", "umbrella"]) {
    assertEquals(similarByWords(model, description), []);
  }
  assertEquals(similarByWords(fitProductWords(new Map()), "TEA"), []);
  assertThrows(() => similarByWords(model, "heart", 0), RangeError, "count must be");
});

Deno.test({
  name: "similarByWords: UCI Online Retail, a new colour of the hanging heart",
  ignore: onlineRetailPath === undefined,
  fn() {
    const model = fitProductWords(productNames(onlineRetail().transactions));
    const found = similarByWords(model, "BLUE HANGING HEART T-LIGHT HOLDER", 3);
    const ids = found.map(({ product_id }) => product_id);
    assert(ids.includes("85123A") && ids.includes("21733"), ids.join());
  },
});
