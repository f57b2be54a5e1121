import { assertAlmostEquals, assertEquals } from "@std/assert";
import { basketDistribution } from "../../src/exploration/basket_distribution.ts";
import { cohortRevenue } from "../../src/exploration/cohorts/cohort_revenue.ts";
import { newAndReturning } from "../../src/exploration/new_and_returning.ts";
import { outlierOrders } from "../../src/exploration/outlier_orders.ts";
import { topCustomersShare } from "../../src/exploration/pareto.ts";
import { priceBands } from "../../src/exploration/price_bands.ts";
import { returnsByMonth } from "../../src/exploration/returns/returns_by_month.ts";
import { returnsByProduct } from "../../src/exploration/returns/returns_by_product.ts";
import { type ProductChangeRow, risingProducts } from "../../src/exploration/rising_products.ts";
import { cleanTransactions } from "../../src/transactions/cleaning/clean_transactions.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";
import pandas from "../fixtures/exploration_pandas.json" with { type: "json" };
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";

/** The UCI file, and what pandas 2.3.3 found in it (tests/fixtures/exploration_pandas.py). */
function parity(name: string, fn: () => void): void {
  Deno.test({ name: `${name}: parity with pandas on the UCI file`, ignore: !onlineRetailPath, fn });
}

parity("basketDistribution", () => {
  const { invoices, value, items } = basketDistribution(onlineRetail().transactions);
  assertEquals(invoices, pandas.baskets.invoices);
  for (const [ours, theirs] of [[value, pandas.baskets.value], [items, pandas.baskets.pieces]]) {
    for (const name of ["median", "mean", "p90", "largest"] as const) {
      assertAlmostEquals(ours[name], theirs[name], 1e-9 * theirs[name]);
    }
  }
  for (
    const [{ bins }, theirs] of [[value, pandas.baskets.value], [
      items,
      pandas.baskets.pieces,
    ]] as const
  ) {
    assertEquals(bins.reduce((sum, bin) => sum + bin.invoices, 0), invoices);
    const large = bins.filter(({ from }) => from >= 100);
    assertEquals(large.reduce((sum, bin) => sum + bin.invoices, 0), theirs.at_least_100);
  }
});

parity("newAndReturning", () => {
  const rows = newAndReturning(onlineRetail().transactions);
  assertEquals(
    rows.map((row) => [
      row.month,
      row.new_customers,
      row.returning_customers,
      row.new_revenue,
      row.returning_revenue,
    ]),
    pandas.new_and_returning as unknown,
  );
  assertEquals(rows.filter(({ complete }) => !complete).map(({ month }) => month), ["2011-12"]);
});

parity("cohortRevenue", () => {
  const rows = cohortRevenue(onlineRetail().transactions).filter((row) => row.revenue > 0);
  assertEquals(
    rows.map((row) => [row.cohort, row.age_months, row.revenue]),
    pandas.cohort_revenue as unknown,
  );
});

parity("risingProducts", () => {
  const { before, after, until, rising, falling } = risingProducts(onlineRetail().sales);
  const brief = (rows: readonly ProductChangeRow[]) =>
    rows.map((row) => [row.product_id, row.revenue_before, row.revenue_after]);
  assertEquals([before, after, until], pandas.windows);
  assertEquals(brief(rising), pandas.rising as unknown);
  assertEquals(brief(falling), pandas.falling as unknown);
});

parity("priceBands (qcut)", () => {
  assertEquals(
    priceBands(onlineRetail().sales).map((
      row,
    ) => [row.lowest_price, row.highest_price, row.lines, row.quantity, row.revenue]),
    pandas.price_bands,
  );
});

parity("returnsByMonth", () => {
  const { transactions, returns } = onlineRetail();
  assertEquals(
    returnsByMonth(transactions, returns).map(({ month, sold, returned }) => [
      month,
      sold,
      returned,
    ]),
    pandas.returns_by_month as unknown,
  );
});

parity("returnsByProduct", () => {
  const { transactions, returns } = onlineRetail();
  assertEquals(
    returnsByProduct(transactions, returns).map((
      row,
    ) => [row.product_id, row.sold, row.returned, row.customers]),
    pandas.returns_by_product as unknown,
  );
});

parity("outlierOrders", () => {
  const { sales, returns } = onlineRetail();
  const rows = outlierOrders(sales, returns);
  const [quantity, revenue] = pandas.median_line;
  for (const row of rows) {
    assertEquals(row.times_median_quantity, row.quantity / quantity);
    assertEquals(row.times_median_revenue, row.revenue / revenue);
  }
  const brief = rows.toSorted((a, b) => b.revenue - a.revenue).map((row) => [
    row.invoice_id,
    row.quantity,
    Number(row.revenue.toFixed(3)),
    row.cancelled_by,
    row.minutes_until_cancelled,
  ]);
  assertEquals(brief, pandas.outliers as unknown);
});

parity("topCustomersShare, exact copies removed and kept", () => {
  // A fifth of 4,338 customers is 867.6: the published 74.62 % rounds up and keeps the copies.
  const { lines } = readTransactions([onlineRetailPath!]);
  const withCopies = cleanTransactions(lines, { without: ["exact_duplicate"] }).transactions;
  const { transactions } = onlineRetail();
  const shares = (lines: typeof transactions) =>
    [867.5, 868.5].map((customers) => topCustomersShare(lines, customers / 4338));
  const { with_copies, without } = pandas.top_fifth;
  shares(withCopies).forEach((share, i) => assertAlmostEquals(share, with_copies[i], 1e-12));
  shares(transactions).forEach((share, i) => assertAlmostEquals(share, without[i], 1e-12));
  assertAlmostEquals(shares(withCopies)[1], 0.7462, 0.00005);
  assertAlmostEquals(topCustomersShare(transactions), 0.7466, 0.00005);
});
