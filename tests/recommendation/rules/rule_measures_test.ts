import { assertEquals } from "@std/assert";
import { ruleMeasures } from "../../../src/recommendation/rules/rule_measures.ts";

Deno.test("ruleMeasures: a rule that is never wrong has infinite conviction", () => {
  const { confidence, conviction } = ruleMeasures({
    baskets: 8,
    antecedent: 2,
    consequent: 4,
    both: 2,
  });
  assertEquals([confidence, conviction], [1, Infinity]);
});

Deno.test("ruleMeasures: independent products have lift 1, leverage 0, conviction 1", () => {
  assertEquals(ruleMeasures({ baskets: 12, antecedent: 4, consequent: 6, both: 2 }), {
    support: 2 / 12,
    confidence: 0.5,
    lift: 1,
    leverage: 0,
    conviction: 1,
  });
});

Deno.test("ruleMeasures: products that avoid each other", () => {
  assertEquals(ruleMeasures({ baskets: 4, antecedent: 2, consequent: 2, both: 0 }), {
    support: 0,
    confidence: 0,
    lift: 0,
    leverage: -0.25,
    conviction: 0.5,
  });
});
