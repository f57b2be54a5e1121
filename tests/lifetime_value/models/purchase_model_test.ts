import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { expectedPurchases } from "../../../src/lifetime_value/models/expected_purchases.ts";
import { probabilityAlive } from "../../../src/lifetime_value/models/probability_alive.ts";
import { purchaseCountProbability } from "../../../src/lifetime_value/models/purchase_count_probability.ts";
import { familyOf, PURCHASE_MODELS } from "../../../src/lifetime_value/models/purchase_model.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";

const x = Float64Array.of(0, 1, 0, 5, 2, 0);
const last = Float64Array.of(0, 3, 0, 30, 20, 0);
const age = Float64Array.of(39, 39, 38, 36, 35, 30);

for (const family of PURCHASE_MODELS) {
  Deno.test(`PURCHASE_MODELS: ${family.name} keeps the contract of the family`, () => {
    const model = family.fit(x, last, age);
    assertEquals(familyOf(model), family);
    assertEquals(Object.keys(model).slice(0, 1 + family.parameters.length), [
      "kind",
      ...family.parameters,
    ]);
    assert(family.times.every((name) => family.parameters.includes(name)));
    assertAlmostEquals(
      family.logLikelihood(model, { repeatFrequency: x, lastPurchaseAge: last, age }),
      model.logLikelihood,
      1e-9,
    );
    const alive = probabilityAlive(model, x, last, age);
    assert(alive.every((p) => p >= 0 && p <= 1));
    const [near, far] = [10, 20].map((days) => expectedPurchases(model, x, last, age, days));
    assert(near.every((expected, i) => expected > 0 && expected < far[i]));
    const { dropout, end } = family.drawLeaving(model, 2, 35, 50, createRandom(1));
    assert(dropout >= 0 && dropout <= 1 && end > 0 && end <= 50);
    if (family.countProbability === undefined) {
      assertThrows(() => purchaseCountProbability(model, 30, 1), RangeError, family.name);
    } else {
      const counts = Array.from({ length: 400 }, (_, n) => purchaseCountProbability(model, 30, n));
      assertAlmostEquals(counts.reduce((a, b) => a + b), 1, 1e-3);
    }
  });
}

Deno.test("familyOf: a kind that is none is refused", () => {
  assertThrows(() => familyOf({ kind: "poisson" as "nbd" }), RangeError, '"poisson"');
});
