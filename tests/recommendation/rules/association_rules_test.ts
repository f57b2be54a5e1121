import fc from "fast-check";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import {
  type AssociationRule,
  associationRules,
} from "../../../src/recommendation/rules/association_rules.ts";
import { encodePurchases } from "../../../src/recommendation/matrix/encode_purchases.ts";
import { fisherExact } from "../../../src/recommendation/rules/fisher_exact.ts";
import { productBaskets } from "../../../src/recommendation/matrix/product_baskets.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import mlxtend from "../../fixtures/association_rules_mlxtend.json" with { type: "json" };
import { basketsOf, basketsOfPositions } from "../baskets.ts";
import { lines, SHOP } from "../purchases.ts";
import { slowTest } from "../../slow.ts";

/** Everything that is frequent, whatever its confidence and significance. */
const ALL = { minimumSupport: 1, minimumConfidence: 0, significance: 1 };

function inWords({ antecedents, consequent }: AssociationRule): string {
  return `${antecedents.join("")}→${consequent}`;
}

type MlxtendRule = (typeof mlxtend.rules)[number];

function assertMeasures(rule: AssociationRule, expected: MlxtendRule): void {
  const [antecedents, consequent, support, confidence, lift, leverage, conviction] = expected;
  assertEquals([rule.antecedents, rule.consequent], [antecedents, consequent]);
  assertAlmostEquals(rule.support, support as number, 1e-12);
  assertAlmostEquals(rule.confidence, confidence as number, 1e-12);
  assertAlmostEquals(rule.lift, lift as number, 1e-11 * rule.lift);
  assertAlmostEquals(rule.leverage, leverage as number, 1e-12);
  if (conviction === null) assertEquals(rule.conviction, Infinity);
  else assertAlmostEquals(rule.conviction, conviction as number, 1e-9 * rule.conviction);
}

Deno.test("associationRules: eight baskets, by hand", () => {
  // A 4, B 4, AB 4: lift 2. C 4, with A 2, with B 2: lift 1.
  const baskets = basketsOf(["AB", "AB", "ABC", "ABC", "C", "C", "D", "D"]);
  const { rules, hypotheses } = associationRules(baskets, { ...ALL, minimumSupport: 2 });
  assertEquals(rules.map(inWords), ["A→B", "B→A", "A→C", "B→C", "C→A", "C→B"]);
  assertEquals(hypotheses, 6); // pairs of A, B, C, D
  const { p_value: pValue, ...measures } = rules[0];
  assertEquals(measures, {
    antecedents: ["A"],
    consequent: "B",
    baskets: 4,
    support: 0.5,
    confidence: 1,
    lift: 2,
    leverage: 0.25,
    conviction: Infinity,
  });
  assertAlmostEquals(pValue, 6 / 70, 1e-14); // 1 of 70 ways to place B; 6 pairs
  assertEquals(rules[2].lift, 1);
});

Deno.test("associationRules: a rule of two antecedents, by hand", () => {
  const baskets = basketsOf(["ABC", "ABC", "ABC", "AB", "AC", "BC", "D", "D"]);
  const options = { ...ALL, minimumSupport: 3, maximumLength: 3 };
  const { rules, hypotheses } = associationRules(baskets, options);
  // A, B, C are in 5 baskets each, each two in 4, all in 3: 3 × 8 / (4 × 5), and 4 × 8 / (5 × 5).
  assertEquals(rules.map(inWords), [
    "A→B",
    "A→C",
    "B→A",
    "B→C",
    "C→A",
    "C→B",
    "AB→C",
    "AC→B",
    "BC→A",
  ]);
  assertEquals([rules[0].lift, rules[6].lift], [32 / 25, 24 / 20]);
  assertEquals(rules[6].confidence, 0.75);
  assertEquals(hypotheses, 3 + 3); // D is in 2 baskets
});

Deno.test("associationRules: parity with mlxtend 0.23 and scipy 1.17 on 240 random baskets", () => {
  const { rules, hypotheses } = associationRules(basketsOf(mlxtend.baskets), {
    minimumSupport: mlxtend.minimum_support,
    minimumConfidence: mlxtend.minimum_confidence,
    maximumLength: 3,
    significance: 1,
  });
  const found = new Map(rules.map((rule) => [inWords(rule), rule]));
  assertEquals(rules.length, mlxtend.rules.length);
  assertEquals(found.size, rules.length);
  for (const expected of mlxtend.rules) {
    const [antecedents, consequent, , , , , , p] = expected;
    const rule = found.get(`${(antecedents as string[]).join("")}→${consequent}`)!;
    assertMeasures(rule, expected);
    const bonferroni = Math.min(1, hypotheses * (p as number));
    assert(rule.p_value >= (p as number) * (1 - 1e-9), inWords(rule));
    assert(rule.p_value <= bonferroni * (1 + 1e-9) || rule.p_value === 1, inWords(rule));
  }
  // The most significant rule is corrected for all, in full.
  const smallest = Math.min(...mlxtend.rules.map((rule) => rule[7] as number));
  const best = Math.min(...rules.map((rule) => rule.p_value));
  assertAlmostEquals(best, hypotheses * smallest, 1e-9 * best);
});

slowTest("associationRules: rules of random baskets equal counting, one by one", () => {
  const basket = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(
      fc.array(basket, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rows, minimumSupport, minimumConfidence) => {
        const baskets = basketsOfPositions([..."ABCDE"], rows);
        const options = { minimumSupport, minimumConfidence, maximumLength: 4, significance: 1 };
        const { rules } = associationRules(baskets, options);
        for (const rule of rules) {
          const count = (ids: readonly string[]) =>
            rows.filter((row) => ids.every((id) => row.includes("ABCDE".indexOf(id)))).length;
          const both = count([...rule.antecedents, rule.consequent]);
          const antecedent = count(rule.antecedents);
          const consequent = count([rule.consequent]);
          assertEquals([rule.baskets, rule.support], [both, both / rows.length]);
          assertEquals(rule.confidence, both / antecedent);
          assert(both >= minimumSupport && rule.confidence >= minimumConfidence);
          const p = fisherExact({ baskets: rows.length, antecedent, consequent, both });
          assert(rule.p_value >= p && rule.p_value <= 1);
        }
        const { rules: all } = associationRules(baskets, { ...options, minimumConfidence: 0 });
        assertEquals(
          rules,
          all.filter((rule) => rule.confidence >= minimumConfidence),
          "the p-value does not depend on the confidence asked for",
        );
        all.slice(1).forEach((rule, i) => assert(rule.lift <= all[i].lift));
      },
    ),
    { seed: 7, numRuns: 150 },
  );
});

/** So many baskets of 30 products, each in a tenth of the baskets, independent of each other. */
function independentBaskets(count: number, seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => SHELF.filter(() => random.next() < 0.1));
}

const SHELF = Array.from({ length: 30 }, (_, i) => i);
const SHELF_IDS = SHELF.map((i) => String(i).padStart(2, "0"));

slowTest(
  "associationRules: of 200 shops where nothing goes together, at most 5 % have a rule",
  () => {
    const shops = Array.from({ length: 200 }, (_, seed) => independentBaskets(400, seed));
    const rulesAt = (significance: number) => (rows: number[][]) =>
      associationRules(basketsOfPositions(SHELF_IDS, rows), { ...ALL, significance }).rules.length;
    assert(shops.map(rulesAt(1)).every((rules) => rules > 500));
    assert(shops.map(rulesAt(0.05)).filter((rules) => rules > 0).length <= 0.05 * shops.length);
  },
);

Deno.test("associationRules: finds the one pair that goes together among 30 products", () => {
  // Product 29 is put into every other basket with product 7.
  const rows = independentBaskets(2000, 7).map((row, i) =>
    row.includes(7) && !row.includes(29) && i % 2 === 0 ? [...row, 29] : row
  );
  const { rules } = associationRules(basketsOfPositions(SHELF_IDS, rows));
  assertEquals(rules.map((rule) => [...rule.antecedents, rule.consequent]), [
    ["07", "29"],
    ["29", "07"],
  ]);
});

Deno.test("associationRules: the order of rows and of baskets is no matter", () => {
  const shop = associationRules(productBaskets(encodePurchases(lines(SHOP))), ALL);
  for (const seed of [1, 2, 3]) {
    const { shuffle } = createRandom(seed);
    const shuffled = productBaskets(encodePurchases(lines(shuffle(SHOP))));
    assertEquals(associationRules(shuffled, ALL), shop);
    const options = { ...ALL, maximumLength: 3 };
    assertEquals(
      associationRules(basketsOf(shuffle(mlxtend.baskets)), options),
      associationRules(basketsOf(mlxtend.baskets), options),
    );
  }
});

Deno.test("associationRules: one product, one basket or all alike are nothing to learn from", () => {
  assertEquals(associationRules(basketsOf(["A", "A", "A"])).rules, []);
  assertEquals(associationRules(basketsOf(["ABCDE"])).rules, []);
  const alike = basketsOf(new Array(50).fill("ABC"));
  assertEquals(associationRules(alike).rules, []);
  const { rules } = associationRules(alike, ALL);
  assertEquals(rules.map(({ lift, leverage, p_value }) => [lift, leverage, p_value]), [
    ...new Array(6).fill([1, 0, 1]),
  ]);
});

Deno.test("associationRules: a basket of 5,000 products can be left out, and is counted", () => {
  const everything = Array.from({ length: 5000 }, (_, i) => i);
  const products = everything.map((i) => String(i).padStart(4, "0"));
  const rows = Array.from({ length: 40 }, (_, i) => i % 2 === 0 ? [3, 8] : [100 + i]);
  const baskets = basketsOfPositions(products, [...rows, everything]);
  const rulesOf = (options = {}) => {
    const { rules, capped, baskets: looked } = associationRules(baskets, options);
    return [rules.map((rule) => [...rule.antecedents, rule.consequent].join()), capped, looked];
  };
  assertEquals(rulesOf(), [["0003,0008", "0008,0003"], 0, 41]);
  assertEquals(rulesOf({ maximumBasketSize: 500 }), [["0003,0008", "0008,0003"], 1, 40]);
  assertThrows(
    () => associationRules(baskets, ALL),
    RangeError,
    "more than 1000000 sets of products; ask for more baskets per set, smaller sets or smaller",
  );
  assertThrows(
    () => associationRules(basketsOf(["ABC", "AB"]), { maximumBasketSize: 1 }),
    RangeError,
    "all 2 baskets have more than 1 products.",
  );
});

Deno.test("associationRules: refuses bad input in one sentence, and leaves it alone", () => {
  assertThrows(() => associationRules(basketsOf([])), RangeError, "there are no baskets.");
  const baskets = basketsOf(["AB", "BC"]);
  const before = structuredClone(baskets);
  associationRules(baskets, ALL);
  assertEquals(baskets, before);
  assertThrows(
    () => associationRules(baskets, { minimumSupport: 0 }),
    RangeError,
    "minimumSupport",
  );
  for (const productIndices of [[1, 0, 1, 2], [0, 0, 1, 2], [0, 1, 1, 3], [-1, 1, 1, 2]]) {
    assertThrows(
      () => associationRules({ ...baskets, productIndices: Int32Array.from(productIndices) }),
      TypeError,
      "are not distinct positions below 3, ascending",
    );
  }
  assertThrows(
    () => associationRules({ ...baskets, productIndices: Int32Array.of(0, 1) }),
    TypeError,
    "the baskets end at 4, but there are 2 entries.",
  );
});

Deno.test({
  name: "associationRules: UCI Online Retail at one percent, parity with mlxtend 0.23",
  ignore: onlineRetailPath === undefined,
  fn() {
    const baskets = productBaskets(encodePurchases(onlineRetail().transactions), {
      excludeServices: false,
      soldWithinDays: Infinity,
    });
    const { rules, baskets: count } = associationRules(baskets, { maximumLength: 3 });
    const reference = mlxtend.online_retail;
    // The reference knows no significance: at this support, all of its rules pass.
    assertEquals([count, rules.length], [reference.baskets, reference.rules_of_one_percent]);
    reference.best.forEach((expected, rank) => assertMeasures(rules[rank], expected));
  },
});
