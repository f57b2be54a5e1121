import { assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { customerBase } from "../../../src/lifetime_value/models/customer_base.ts";

const GOOD = {
  customer_id: Array.from({ length: 120 }, (_, i) => `C${i}`),
  repeat_frequency: Array.from({ length: 120 }, (_, i) => i % 3),
  last_purchase_age: Array.from({ length: 120 }, (_, i) => 10 * (i % 3)),
  age: new Array<number>(120).fill(90),
  mean_repeat_spend: Array.from({ length: 120 }, (_, i) => i % 3 === 0 ? 0 : 25),
};

function changed(column: keyof typeof GOOD, row: number, value: number) {
  return () =>
    customerBase(pl.DataFrame({ ...GOOD, [column]: GOOD[column].with(row, value as never) }));
}

Deno.test("customerBase: a sound summary as typed arrays", () => {
  const base = customerBase(pl.DataFrame(GOOD));
  assertEquals(base.ids.length, 120);
  assertEquals(base.repeatFrequency[2], 2);
});

Deno.test("customerBase: what cannot be is refused by column, customer and row", () => {
  const cases: [keyof typeof GOOD, number, number, string][] = [
    [
      "mean_repeat_spend",
      1,
      0,
      "mean_repeat_spend of customer C1 (row 2) is 0: it must be above 0",
    ],
    ["mean_repeat_spend", 2, NaN, "mean_repeat_spend of customer C2 (row 3) is NaN"],
    ["mean_repeat_spend", 1, -5, "is -5: it must be above 0"],
    [
      "last_purchase_age",
      1,
      0,
      "last_purchase_age of customer C1 (row 2) is 0, but repeat_frequency is 1",
    ],
    ["last_purchase_age", 0, 4, "is 4, but repeat_frequency is 0"],
    ["last_purchase_age", 2, 91, "is 91, more than the age of 90"],
    [
      "repeat_frequency",
      4,
      1.5,
      "repeat_frequency of customer C4 (row 5) is 1.5, not a whole number",
    ],
    ["age", 7, -1, "age of customer C7 (row 8) is -1"],
  ];
  for (const [column, row, value, words] of cases) {
    assertThrows(changed(column, row, value), RangeError, words);
  }
});

Deno.test("customerBase: too few customers, nobody who came back, a missing column", () => {
  assertThrows(
    () => customerBase(pl.DataFrame(GOOD).head(99)),
    RangeError,
    "Not enough data: 99 customers",
  );
  const once = {
    ...GOOD,
    repeat_frequency: new Array<number>(120).fill(0),
    last_purchase_age: new Array<number>(120).fill(0),
  };
  assertThrows(() => customerBase(pl.DataFrame(once)), RangeError, "0 of whom bought on two days");
  assertThrows(() => customerBase(pl.DataFrame(GOOD).drop("age")), TypeError, "missing age");
});
