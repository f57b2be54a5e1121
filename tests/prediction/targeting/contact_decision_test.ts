import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { contactAssumptions } from "../../../src/prediction/targeting/contact_assumptions.ts";
import { contactDecision } from "../../../src/prediction/targeting/contact_decision.ts";

const CAMPAIGN = { contactCost: 2, margin: 0.5, successRate: 0.2 };

Deno.test("contactDecision: profit, threshold and break-even computed by hand", () => {
  // A customer won back brings .5 × 100 = 50; a contact p × .2 × 50 − 2 = 10p − 2.
  const probabilities = Float64Array.of(0.9, 0.5, 0.3, 0.1);
  const decision = contactDecision(probabilities, { ...CAMPAIGN, revenue: 100 });
  [7, 3, 1, -1].forEach((value, i) => assertAlmostEquals(decision.values[i], value));
  assertEquals([...decision.contacted], [1, 1, 1, 0]);
  assertAlmostEquals(decision.threshold, 0.2);
  assertAlmostEquals(decision.expected_profit, 11);
  assertAlmostEquals(decision.everyone_profit, 10);
  // 1.7 customers at stake × 50 × s = 3 contacts × 2.
  assertAlmostEquals(decision.break_even_success_rate, 6 / 85);
});

Deno.test("contactDecision: realised profit counts those who did stay away", () => {
  const decision = contactDecision(Float64Array.of(0.9, 0.5, 0.1), {
    ...CAMPAIGN,
    revenue: Float64Array.of(100, 200, 100),
    truth: Uint8Array.of(0, 1, 1),
  });
  assertEquals(decision.customers, 2);
  assertAlmostEquals(decision.realised_profit!, -2 + (0.2 * 100 - 2));
  assertAlmostEquals(decision.everyone_realised_profit!, -2 + 18 + 8);
  const last = decision.curve.at(-1)!;
  assertEquals(last.share, 1);
  assertAlmostEquals(last.realised_profit!, decision.everyone_realised_profit!);
});

Deno.test("contactDecision: no other set of customers has more expected profit", () => {
  const random = createRandom(7);
  const revenue = Float64Array.from({ length: 10 }, () => 300 * random.next());
  const probabilities = Float64Array.from(revenue, () => random.next());
  const { values, expected_profit, curve } = contactDecision(probabilities, {
    ...CAMPAIGN,
    revenue,
  });
  let best = 0;
  for (let set = 0; set < 1 << 10; set++) {
    const profit = values.reduce((sum, value, i) => sum + (set >> i & 1 ? value : 0), 0);
    best = Math.max(best, profit);
  }
  assertAlmostEquals(expected_profit, best, 1e-9);
  assertAlmostEquals(Math.max(...curve.map(({ profit }) => profit)), best, 1e-9);
});

Deno.test("contactDecision: the curve is the same in any order of the customers, ties included", () => {
  const probabilities = Float64Array.from({ length: 60 }, (_, i) => (i % 3) / 2);
  const truth = Uint8Array.from(probabilities, (_, i) => Number(i % 5 < 2));
  const turned = <T extends Float64Array | Uint8Array>(values: T) => values.slice().reverse() as T;
  const options = { ...CAMPAIGN, revenue: 90 };
  assertEquals(
    contactDecision(turned(probabilities), { ...options, truth: turned(truth) }).curve,
    contactDecision(probabilities, { ...options, truth }).curve,
  );
});

Deno.test("contactDecision: calibrated probabilities earn what was expected", () => {
  const random = createRandom(11);
  const probabilities = Float64Array.from({ length: 20_000 }, () => random.next());
  const truth = Uint8Array.from(probabilities, (p) => Number(random.next() < p));
  const { expected_profit, realised_profit } = contactDecision(probabilities, {
    ...CAMPAIGN,
    revenue: 100,
    truth,
  });
  assert(Math.abs(realised_profit! / expected_profit - 1) < 0.03);
});

Deno.test("contactDecision: nobody is worth it, everybody is, nobody is there", () => {
  const probabilities = Float64Array.of(0.9, 0.1);
  const nobody = contactDecision(probabilities, { contactCost: 1e6, revenue: 100 });
  assertEquals([nobody.customers, nobody.expected_profit], [0, 0]);
  assertEquals(nobody.break_even_success_rate, Infinity);
  assert(nobody.threshold > 1);
  const everybody = contactDecision(probabilities, { contactCost: 0, revenue: 100 });
  assertEquals([everybody.customers, everybody.threshold], [2, 0]);
  assertEquals(everybody.break_even_success_rate, 0);
  const empty = contactDecision(new Float64Array(0), { revenue: 100 });
  assertEquals([empty.customers, empty.expected_profit, empty.curve.length], [0, 0, 1]);
});

Deno.test("contactDecision: what cannot be is refused in a sentence", () => {
  const p = Float64Array.of(0.5);
  assertThrows(() => contactDecision(Float64Array.of(1.5), { revenue: 1 }), RangeError, "is 1.5");
  assertThrows(() => contactDecision(Float64Array.of(NaN), { revenue: 1 }), RangeError, "is NaN");
  assertThrows(() => contactDecision(p, { revenue: -1 }), RangeError, "row 0 is -1");
  assertThrows(() => contactDecision(p, { revenue: new Float64Array(2) }), TypeError, "2 amounts");
  assertThrows(
    () => contactDecision(p, { revenue: 1, truth: new Uint8Array(3) }),
    TypeError,
    "3 outcomes",
  );
  for (const wrong of [-1, NaN, Infinity]) {
    assertThrows(() => contactAssumptions({ contactCost: wrong }), RangeError, `got ${wrong}`);
  }
  for (const wrong of [0, 1.1, NaN, -0.1]) {
    assertThrows(() => contactAssumptions({ margin: wrong }), RangeError, `got ${wrong}`);
    assertThrows(() => contactAssumptions({ successRate: wrong }), RangeError, `got ${wrong}`);
  }
});
