import { assert, assertEquals, assertThrows } from "@std/assert";
import pl, { type DataFrame } from "nodejs-polars";
import { basketDistribution } from "../../src/exploration/basket_distribution.ts";
import { cohortRevenue } from "../../src/exploration/cohorts/cohort_revenue.ts";
import { isCompleteMonth } from "../../src/exploration/calendar/is_complete_month.ts";
import { newAndReturning } from "../../src/exploration/new_and_returning.ts";
import { outlierOrders } from "../../src/exploration/outlier_orders.ts";
import { preferredEdges } from "../../src/numeric/nice_log_bins.ts";
import { priceBands } from "../../src/exploration/price_bands.ts";
import { revenueByMonth } from "../../src/exploration/revenue_by_month.ts";
import { returnsByMonth } from "../../src/exploration/returns/returns_by_month.ts";
import { returnsByProduct } from "../../src/exploration/returns/returns_by_product.ts";
import { risingProducts } from "../../src/exploration/rising_products.ts";
import { topProducts } from "../../src/exploration/top_products.ts";
import { cleanTransactions } from "../../src/transactions/cleaning/clean_transactions.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { transactionLines } from "../../src/transactions/mapping/transaction_lines.ts";

const { lines } = synthesizeTransactions({ customers: 60, days: 400, seed: 3 });
const { transactions, sales, returns } = cleanTransactions(transactionLines(lines, "demo"));
const shuffled = (frame: DataFrame) => frame.sort(["unit_price", "description", "invoice_id"]);
const none = (frame: DataFrame) => frame.head(0);

/** Each exploration over purchases, everything sold, and returns. */
const explorations: Record<string, (...frames: DataFrame[]) => unknown> = {
  basketDistribution: (bought) => basketDistribution(bought),
  newAndReturning: (bought) => newAndReturning(bought),
  cohortRevenue: (bought) => cohortRevenue(bought),
  risingProducts: (_, sold) => risingProducts(sold, { days: 40 }),
  priceBands: (_, sold) => priceBands(sold),
  returnsByMonth: (bought, _, back) => returnsByMonth(bought, back),
  returnsByProduct: (bought, _, back) => returnsByProduct(bought, back),
  outlierOrders: (_, sold, back) => outlierOrders(sold, back),
};

for (const [name, explore] of Object.entries(explorations)) {
  Deno.test(`${name}: the order of rows changes nothing`, () => {
    const rows = explore(transactions, sales, returns);
    assert(JSON.stringify(rows).length > 100);
    assertEquals(explore(shuffled(transactions), shuffled(sales), shuffled(returns)), rows);
  });

  Deno.test(`${name}: works on a single line, and without returns`, () => {
    const rows = explore(transactions.head(1), sales.head(1), none(returns));
    assert(!/null,"complete"|NaN|Infinity/.test(JSON.stringify(rows)));
  });
}

Deno.test("newAndReturning: revenue and customers add up to the month's", () => {
  const split = newAndReturning(transactions).map((row) => [
    row.month,
    row.new_customers + row.returning_customers,
    Number((row.new_revenue + row.returning_revenue).toFixed(6)),
  ]);
  const months = revenueByMonth(transactions);
  assertEquals(split, months.map(({ month, customers, revenue }) => [month, customers, revenue]));
});

Deno.test("returnsByMonth: a month with nothing but returns has no share", () => {
  const late = returns.head(1).withColumns(pl.lit(new Date("2031-05-05")).alias("invoice_date"));
  const rows = returnsByMonth(transactions, late.select(...returns.columns));
  assertEquals(rows.at(-1)?.month, "2031-05");
  assertEquals([rows.at(-1)?.sold, rows.at(-1)?.returned_share], [0, null]);
});

Deno.test("returnsByProduct: a product bought before the file began has no share", () => {
  const [row] = returnsByProduct(none(transactions), returns, { count: 1 });
  assertEquals([row.sold, row.returned_share], [0, null]);
  assert(row.returned > 0 && row.description !== "");
});

Deno.test("risingProducts: a file shorter than two windows names none", () => {
  const { rising, falling } = risingProducts(sales, { days: 300 });
  assertEquals([rising.length, falling.length], [0, 0]);
  assertThrows(() => risingProducts(sales, { days: 0 }), RangeError, "got 0");
  assertThrows(() => risingProducts(none(sales)), RangeError, "no sales");
});

Deno.test("priceBands: one price is one band; nothing sold is none", () => {
  const one = sales.withColumns(pl.lit(2.5).alias("unit_price"));
  assertEquals(priceBands(one).map((row) => [row.band, row.revenue_share]), [[1, 1]]);
  assertEquals(priceBands(none(sales)), []);
  assertThrows(() => priceBands(sales, { bands: 1.5 }), RangeError, "got 1.5");
});

Deno.test("basketDistribution: without a purchase it says so", () => {
  assertThrows(() => basketDistribution(none(transactions)), RangeError, "no purchase");
});

Deno.test("preferredEdges: round, equally wide, around every value", () => {
  for (const value of [1e-6, 0.01, 0.4, 0.999, 1, 1.6, 6.3, 10, 99.99, 1e9]) {
    const edges = preferredEdges(value, value);
    assert(edges.length === 2 && edges[0] <= value && value < edges[1], `${value}: ${edges}`);
  }
  assertEquals(preferredEdges(0.3, 1).map(String), ["0.25", "0.4", "0.63", "1", "1.6"]);
  for (const bad of [0, -1, NaN]) assertThrows(() => preferredEdges(bad, 1), RangeError);
  assertThrows(() => preferredEdges(1, Infinity), RangeError, "1 to Infinity");
});

Deno.test("outlierOrders: a cancellation is used once, and only by the same customer", () => {
  const frame = (rows: [string, string, number][]) =>
    pl.DataFrame({
      invoice_date: rows.map((_, hour) => new Date(Date.UTC(2024, 4, 1, hour))),
      invoice_id: rows.map(([id]) => id),
      customer_id: rows.map(([, customer]) => customer),
      quantity: rows.map(([, , quantity]) => quantity),
      revenue: rows.map(([, , quantity]) => quantity),
      product_id: rows.map(() => "A"),
      description: rows.map(() => "LAMP"),
      is_service: rows.map(() => false),
    });
  const sold = frame([["1", "7", 500], ["2", "7", 500], ["3", "8", 500], ["4", "", 500]]);
  const back = frame([["C0", "9", -500], ["C1", "9", -500], ["C2", "7", -500], ["C3", "", -500]]);
  assertEquals(
    outlierOrders(sold, back).map((row) => [row.invoice_id, row.cancelled_by]),
    [["1", "C2"], ["2", ""], ["3", ""], ["4", ""]],
  );
});

Deno.test("outlierOrders: takes exactly so many lines, the earliest among equals", () => {
  const many = pl.DataFrame({
    invoice_date: Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2024, 4, 1, 40 - i))),
    invoice_id: Array.from({ length: 40 }, (_, i) => `${i}`),
    customer_id: Array.from({ length: 40 }, () => "7"),
    quantity: Array.from({ length: 40 }, (_, i) => (i < 30 ? 9 : 1)),
    revenue: Array.from({ length: 40 }, (_, i) => (i < 30 ? 9 : 1)),
    product_id: Array.from({ length: 40 }, () => "A"),
    description: Array.from({ length: 40 }, () => "LAMP"),
    is_service: Array.from({ length: 40 }, () => false),
  });
  for (const count of [1, 3, 30, 40, 99]) {
    const rows = outlierOrders(many, none(many), { count });
    assertEquals(rows.length, Math.min(count, 40));
    // 29 is the earliest of the large ones.
    assert(rows.some(({ invoice_id }) => invoice_id === "29"));
    assertEquals(rows.filter(({ quantity }) => quantity === 9).length, Math.min(count, 30));
  }
});

Deno.test("topProducts, risingProducts, returnsByProduct: a file without products names none", () => {
  const nameless = (frame: DataFrame) =>
    frame.withColumns(pl.lit("").alias("product_id"), pl.lit("").alias("description"));
  assertEquals(topProducts(nameless(sales)), []);
  const { rising, falling } = risingProducts(nameless(sales), { days: 40 });
  assertEquals([rising, falling], [[], []]);
  assertEquals(returnsByProduct(nameless(transactions), nameless(returns)), []);
});

Deno.test("isCompleteMonth: two days of rest at either end, at the turn of a year too", () => {
  const december = 2011 * 12 + 11;
  assertEquals(isCompleteMonth(december, ["2011-12-03", "2011-12-29"]), true);
  assertEquals(isCompleteMonth(december, ["2011-12-04", "2012-05-01"]), false);
  assertEquals(isCompleteMonth(december, ["2010-01-01", "2011-12-28"]), false);
});

Deno.test("revenueByMonth, newAndReturning and returnsByMonth agree on what is complete", () => {
  const months = revenueByMonth(transactions).map(({ month, complete }) => [month, complete]);
  const pairs = (rows: readonly { month: string; complete: boolean }[]) =>
    rows.map(({ month, complete }) => [month, complete]);
  assertEquals(pairs(newAndReturning(transactions)), months);
  assertEquals(pairs(returnsByMonth(transactions, none(returns))), months);
});
