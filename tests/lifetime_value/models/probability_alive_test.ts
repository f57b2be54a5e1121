import { assertAlmostEquals, assertEquals } from "@std/assert";
import type { PurchaseParameters } from "../../../src/lifetime_value/models/purchase_model.ts";
import { probabilityAlive } from "../../../src/lifetime_value/models/probability_alive.ts";

const CDNOW: PurchaseParameters = {
  kind: "beta_geo_nbd",
  r: 0.243,
  alpha: 4.414,
  a: 0.793,
  b: 2.426,
};
const alive = (x: number, lastPurchaseAge: number, age: number, model = CDNOW) =>
  probabilityAlive(
    model,
    Float64Array.of(x),
    Float64Array.of(lastPurchaseAge),
    Float64Array.of(age),
  )[0];

Deno.test("probabilityAlive: is 1 without a repeat purchase", () => {
  assertEquals(alive(0, 0, 39), 1);
});

Deno.test("probabilityAlive: falls with the time since the last purchase", () => {
  const values = [39, 30, 20, 10].map((last) => alive(5, last, 39));
  assertEquals(values, [...values].sort((p, q) => q - p));
  assertAlmostEquals(values[0], 1 / (1 + 0.793 / 6.426), 1e-12);
});

Deno.test("probabilityAlive: frequent buyers long silent are gone, without overflow", () => {
  assertEquals(alive(2000, 1, 1000), 0);
});

Deno.test("probabilityAlive: equals lifetimes 0.11.3 (conditional_probability_alive)", () => {
  assertAlmostEquals(alive(2, 30.43, 38.86), 0.726578570081, 1e-11);
  assertAlmostEquals(alive(1, 1.71, 38.86), 0.212100985377, 1e-11);
  assertAlmostEquals(alive(7, 29.43, 38.86), 0.641756345946, 1e-11);
  assertAlmostEquals(alive(26, 30, 31), 0.942227029801, 1e-11);
});
