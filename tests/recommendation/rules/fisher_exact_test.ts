import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { fisherExact } from "../../../src/recommendation/rules/fisher_exact.ts";
import mlxtend from "../../fixtures/association_rules_mlxtend.json" with { type: "json" };

Deno.test("fisherExact: small tables by hand", () => {
  // Of 4 baskets, 2 with A and 2 with B: 6 ways to place B, 1 of them on both baskets with A.
  const table = { baskets: 4, antecedent: 2, consequent: 2 };
  assertAlmostEquals(fisherExact({ ...table, both: 2 }), 1 / 6, 1e-15);
  assertAlmostEquals(fisherExact({ ...table, both: 1 }), 5 / 6, 1e-15);
  assertEquals(fisherExact({ ...table, both: 0 }), 1);
});

Deno.test("fisherExact: parity with scipy 1.17, large and small tables", () => {
  for (const [baskets, antecedent, consequent, both, expected] of mlxtend.fisher) {
    const p = fisherExact({ baskets, antecedent, consequent, both });
    // Logarithms of factorials near 2,000,000! keep about nine digits after the point.
    assertAlmostEquals(p, expected, 1e-8 * expected, `${[baskets, antecedent, consequent, both]}`);
  }
});

Deno.test("fisherExact: more in common is less probable; A and B can change places", () => {
  let previous = 1;
  for (let both = 0; both <= 40; both++) {
    const p = fisherExact({ baskets: 500, antecedent: 40, consequent: 90, both });
    assert(p > 0 && p <= previous, `${both}: ${p} after ${previous}`);
    const mirrored = fisherExact({ baskets: 500, antecedent: 90, consequent: 40, both });
    assertAlmostEquals(p, mirrored, 1e-12 * p);
    previous = p;
  }
});

Deno.test("fisherExact: what is in all baskets, or in none, is never significant", () => {
  assertEquals(fisherExact({ baskets: 9, antecedent: 9, consequent: 4, both: 4 }), 1);
  assertEquals(fisherExact({ baskets: 9, antecedent: 0, consequent: 4, both: 0 }), 1);
  assertEquals(fisherExact({ baskets: 1, antecedent: 1, consequent: 1, both: 1 }), 1);
});

Deno.test("fisherExact: refuses counts that cannot be", () => {
  const table = { baskets: 10, antecedent: 6, consequent: 7 };
  for (const both of [2, 7, 3.5, NaN]) {
    assertThrows(
      () => fisherExact({ ...table, both }),
      RangeError,
      `of 10 baskets, 6 and 7 cannot have ${both} in common.`,
    );
  }
  assertThrows(
    () => fisherExact({ baskets: 5, antecedent: 6, consequent: 5, both: 5 }),
    RangeError,
  );
});
