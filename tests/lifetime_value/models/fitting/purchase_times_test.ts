import { assertEquals, assertThrows } from "@std/assert";
import {
  checkPurchaseTimes,
  distinctHistories,
  isWithinAge,
} from "../../../../src/lifetime_value/models/fitting/purchase_times.ts";
import { createRandom } from "../../../../src/numeric/random/random.ts";

Deno.test("distinctHistories: counts what a map counts", () => {
  const random = createRandom(8);
  const draw = (most: number) =>
    Float64Array.from({ length: 5000 }, () => Math.floor(most * random.next()) / 7);
  const times = {
    repeatFrequency: draw(4).map((x) => Math.round(7 * x)),
    lastPurchaseAge: draw(30),
    age: draw(20).map((t) => 30 + t),
  };
  const expected = new Map<string, number>();
  times.age.forEach((age, i) => {
    const key = `${times.repeatFrequency[i]} ${times.lastPurchaseAge[i]} ${age}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  });
  const { histories, unit } = distinctHistories(times);
  // In order of frequency, and then as they first occur.
  const counted = [...expected].map(([key, count]) => [...key.split(" ").map(Number), count])
    .sort(([a], [b]) => a - b);
  assertEquals([...histories.customers], counted.map(([, , , count]) => count));
  assertEquals([...histories.repeatFrequency], counted.map(([x]) => x));
  assertEquals([...histories.age], counted.map(([, , age]) => age / unit));
});

Deno.test("isWithinAge: whether a last purchase lies within the age", () => {
  assertEquals([isWithinAge(5, 5 - 1e-14), isWithinAge(6, 5)], [true, false]);
});

Deno.test("checkPurchaseTimes: refuses histories that no customer can have", () => {
  const late = {
    repeatFrequency: Float64Array.of(2),
    lastPurchaseAge: Float64Array.of(6),
    age: Float64Array.of(5),
  };
  assertThrows(() => checkPurchaseTimes("Fitting", late), RangeError, "x = 2, t_x = 6, T = 5");
});
