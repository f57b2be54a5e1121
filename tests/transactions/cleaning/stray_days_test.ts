import { assertEquals, assertStringIncludes } from "@std/assert";
import pl from "nodejs-polars";
import { addDays, DAY, instantOf } from "../../../src/frames/days.ts";
import { ownNumbers } from "../../../src/frames/coded.ts";
import {
  type CleanOptions,
  cleanTransactions,
} from "../../../src/transactions/cleaning/clean_transactions.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { strayDays } from "../../../src/transactions/cleaning/stray_days.ts";
import { revenueByMonth } from "../../../src/exploration/revenue_by_month.ts";
import { returnsByMonth } from "../../../src/exploration/returns/returns_by_month.ts";

/** A line on each of some days from a date on. */
const every = (step: number, days: number, from: string) =>
  Array.from({ length: days }, (_, i) => addDays(from, i * step));

/** ISO dates that are found to be mistyped. */
function strays(dates: readonly string[]): string[] {
  const instants = Float64Array.from(dates, (date) => instantOf(date));
  const found = strayDays(ownNumbers(instants), () => true);
  return [...found].map((day) => new Date(day * DAY).toISOString().slice(0, 10));
}

const year = every(3, 120, "2023-01-01");

Deno.test("strayDays: a mistyped date, before or after all others, and several of them", () => {
  assertEquals(strays([...year, "2090-01-01"]), ["2090-01-01"]);
  assertEquals(strays(["2002-03-04", ...year]), ["2002-03-04"]);
  assertEquals(strays([...year, "2032-05-06", "2090-01-01", "1999-12-31"]), [
    "1999-12-31",
    "2032-05-06",
    "2090-01-01",
  ]);
  // An invoice of many lines is one mistake.
  const invoice = new Array<string>(12).fill("2032-05-06");
  assertEquals(strays([...year, ...invoice]), ["2032-05-06"]);
  // Among ten lines, too, and after twenty years of them.
  assertEquals(strays([...every(30, 9, "2023-01-01"), "2090-01-01"]), ["2090-01-01"]);
  assertEquals(strays([...every(2, 3_650, "2003-01-01"), "2032-01-01"]), ["2032-01-01"]);
});

Deno.test("strayDays: pauses, later lines and sparse files are left as they are", () => {
  const legitimate = {
    "a pause of a year": [...year, ...every(3, 40, "2025-01-01")],
    "one line three years after two years": [...every(1, 730, "2010-01-01"), "2014-12-01"],
    "ten lines over ten years": every(400, 10, "2010-01-01"),
    "ten lines, most of them early": [...every(100, 9, "2010-01-01"), "2019-12-31"],
    "a hundred lines over a century": every(420, 100, "1980-01-01"),
    "opened again after seven years": [...year, ...every(3, 12, "2031-01-01")],
    "a fair every six years": every(2_200, 8, "1985-01-01").flatMap((day) => every(1, 3, day)),
    "as many lines far away": [...year, ...new Array<string>(40).fill("2032-05-06")],
    "two dates": ["2023-01-01", "2090-01-01"],
    "one date": ["2023-01-01"],
    "none": [],
  };
  for (const [name, dates] of Object.entries(legitimate)) assertEquals(strays(dates), [], name);
});

function clean(
  lines: readonly (readonly [date: string, quantity: number])[],
  options?: CleanOptions,
) {
  return cleanTransactions(
    transactionLines(
      pl.DataFrame({
        invoice_id: lines.map((_, i) => `${i}`),
        invoice_date: lines.map(([date]) => date),
        customer_id: lines.map((_, i) => `c${i % 9}`),
        product_id: lines.map(() => "A"),
        quantity: lines.map(([, quantity]) => `${quantity}`),
        unit_price: lines.map(() => "2"),
      }),
      "shop.csv",
    ),
    options,
  );
}

const shop = year.map((date) => [date, 1] as const);

Deno.test("cleanTransactions: a mistyped date does not become the last one, is said, and can be kept", () => {
  const lines = [...shop, ["2091-03-04", 1], ["2090-01-01", 1]] as const;
  const { audit, rejected } = clean(lines);
  assertEquals([audit.last_date, audit.rows_kept], [year[119], 120]);
  const [{ reason, rows, revenue, description }] = audit.rejected;
  assertEquals([audit.rejected.length, reason, rows, revenue], [1, "implausible_date", 2, 4]);
  assertStringIncludes(
    description,
    "more than five years from all others. The first is 1 Jan 2090.",
  );
  assertEquals(rejected.getColumn("invoice_date").toArray(), ["2091-03-04", "2090-01-01"]);

  const kept = clean(lines, { without: ["implausible_date"] }).audit;
  assertEquals([kept.last_date, kept.rows_kept, kept.rejected.length], ["2091-03-04", 122, 0]);
});

Deno.test("cleanTransactions: lines on or after the as-of date are no evidence of what is far away", () => {
  const early = [...every(3, 12, "2002-01-01").map((date) => [date, 1] as const), ...shop];
  const asOf = "2003-01-01";
  const { audit } = clean(early, { asOf });
  assertEquals([audit.rows_kept, audit.last_date], [12, "2002-02-03"]);
  assertEquals(audit.rejected.map(({ reason, rows }) => [reason, rows]), [[
    "on_or_after_as_of",
    120,
  ]]);
});

Deno.test("cleanTransactions: a return with a mistyped date is none, so that no picture reaches 2090", () => {
  const { transactions, sales, returns, audit } = clean([...shop, ["2090-01-01", -1], [
    year[119],
    -1,
  ]]);
  assertEquals(audit.rejected.map(({ reason, rows }) => [reason, rows]), [
    ["cancellation", 1],
    ["implausible_date", 1],
  ]);
  assertEquals(revenueByMonth(sales).pop()?.month, "2023-12");
  assertEquals(returnsByMonth(transactions, returns).pop()?.month, "2023-12");
});
