import { assert, assertAlmostEquals, assertEquals, assertStrictEquals } from "@std/assert";
import { dateColumn, numberColumn, textColumn } from "../../../src/frames/columns.ts";
import { addDays, instantOf } from "../../../src/frames/days.ts";
import { spendHistory } from "../../../src/lifetime_value/spend/spend_history.ts";
import { cleanTransactions } from "../../../src/transactions/cleaning/clean_transactions.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { DEMO_DIRT } from "../../../src/transactions/synthesis/dirt.ts";
import { synthesizeTransactions } from "../../../src/transactions/synthesis/synthesize_transactions.ts";

const dirt = { ...DEMO_DIRT, returned: 0 };
const { lines } = synthesizeTransactions({ customers: 120, days: 365, seed: 4, dirt });
const clean = cleanTransactions(transactionLines(lines, "demo"));
const { transactions } = clean;
const options = {
  firstDate: clean.audit.first_date,
  asOf: addDays(clean.audit.last_date, 1),
  horizonDays: 60,
};

Deno.test("spendHistory: spend is the sum of a customer's lines in the horizon, counted by hand", () => {
  const date = addDays(options.asOf, -120);
  const { features, spend, asOf } = spendHistory(clean, options).at(date);
  const [from, to] = [instantOf(date), instantOf(addDays(date, 60))];
  const [ids, revenues] = [
    textColumn(transactions, "customer_id"),
    numberColumn(transactions, "revenue"),
  ];
  const sums = new Map<string, number>();
  dateColumn(transactions, "invoice_date").forEach((time, i) => {
    if (time >= from && time < to) sums.set(ids[i], (sums.get(ids[i]) ?? 0) + revenues[i]);
  });
  assertEquals(asOf, date);
  textColumn(features, "customer_id")
    .forEach((id, i) => assertAlmostEquals(spend[i], sums.get(id) ?? 0, 1e-6));
  assert(spend.some((amount) => amount > 0) && spend.some((amount) => amount === 0));
});

Deno.test("spendHistory: known are dates a horizon ago or more, each looked at once", () => {
  const asked: string[] = [];
  const { known, at } = spendHistory(clean, {
    ...options,
    featuresAt: (asOf) => (asked.push(asOf), spendHistory(clean, options).at(asOf).features),
  });
  const days = [-60, -90, -120].map((days) => addDays(options.asOf, days));
  const latest = known(options.asOf);
  assertEquals(latest.slice(0, 3).map(({ asOf }) => asOf), days);
  assert(
    latest.every(({ asOf, spend }) => addDays(asOf, 60) <= options.asOf && spend.length >= 50),
  );
  assertStrictEquals(known(days[0])[0], latest[2]);
  assertStrictEquals(at(days[1]), latest[1]);
  assertEquals(asked.length, new Set(asked).size);
});
