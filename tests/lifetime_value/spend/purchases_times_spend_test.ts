import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { instantOf } from "../../../src/frames/days.ts";
import { purchasesTimesSpend } from "../../../src/lifetime_value/spend/purchases_times_spend.ts";
import { sum } from "../../../src/numeric/sums.ts";
import { lines, simulatedRows } from "../purchases.ts";

const AS_OF = "2020-08-04", END = "2020-10-27", HORIZON = 84;
const ROWS = simulatedRows(1500, 21);
const isBefore = ([, date]: readonly [string, string, number], day: string) =>
  Date.parse(`${date}Z`) < instantOf(day);
const PAST = ROWS.filter((row) => isBefore(row, AS_OF));
const IDS = [...new Set(PAST.map(([id]) => id))];

Deno.test("purchasesTimesSpend: customers simulated by BG/NBD and Gamma-Gamma spend what it expects", () => {
  const expected = purchasesTimesSpend(lines(PAST), AS_OF, HORIZON, IDS)!;
  const known = new Set(IDS);
  const came = ROWS.filter((row) =>
    known.has(row[0]) && !isBefore(row, AS_OF) && isBefore(row, END)
  )
    .map(([, , revenue]) => revenue);
  assertAlmostEquals(sum(expected) / sum(came), 1, 0.1);
});

Deno.test("purchasesTimesSpend: one amount per customer asked for, in that order; strangers have 0", () => {
  const expected = purchasesTimesSpend(lines(PAST), AS_OF, HORIZON, IDS)!;
  const turned = purchasesTimesSpend(lines(PAST), AS_OF, HORIZON, ["x", ...IDS.toReversed()])!;
  assertEquals([...turned], [0, ...expected.toReversed()]);
});

Deno.test("purchasesTimesSpend: null where there is too little to fit on, an error where it is wrong", () => {
  const few = PAST.filter(([id]) => IDS.slice(0, 3).includes(id));
  assertEquals(purchasesTimesSpend(lines(few), AS_OF, HORIZON, IDS), null);
  assertThrows(() => purchasesTimesSpend(lines(PAST).drop("revenue"), AS_OF, HORIZON, IDS), Error);
});
