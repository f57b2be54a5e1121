import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { InputError } from "../../../src/frames/errors.ts";
import {
  typedLines,
  type TypedLinesOptions,
} from "../../../src/transactions/interpretation/typed_lines.ts";
import { findColumns } from "../../../src/transactions/mapping/find_columns.ts";
import { mapColumns } from "../map_columns.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { readTables } from "../../../src/transactions/reading/read_tables.ts";

/** What stands in each fixture: its layout, and quantity × price or totals as printed, added by hand. */
const LAYOUTS: readonly (readonly [
  file: string,
  layout: string,
  worth: number,
  options?: TypedLinesOptions,
])[] = [
  ["shopify_orders.csv", "Shopify orders", 94.6],
  ["woocommerce_orders.csv", "WooCommerce orders", 94.6],
  ["woocommerce_analytics.csv", "WooCommerce analytics", 94.6],
  ["stripe_payments.csv", "Stripe payments", 117],
  ["square_items.csv", "Square items", 89.2],
  ["etsy_sold_order_items.csv", "Etsy sold order items", 94.6],
  ["amazon_all_orders.txt", "Amazon all orders", 218],
  ["magento_orders.csv", "Magento orders", 94.6],
  ["magento_order_items.csv", "Magento order items", 94.6],
  ["paypal_activity.csv", "PayPal activity", 94.6, { dateOrder: "day-first" }],
  ["olist.csv", "Olist", 67.9],
  ["dunnhumby_transactions.csv", "dunnhumby", 8.7],
  ["dunnhumby_transaction_data.csv", "dunnhumby", 8.8, { dayOne: "2020-01-01" }],
  ["tafeng.csv", "Ta-Feng", 363],
  ["superstore.csv", "Superstore", 1008.52],
  ["adventureworks_internet_sales.csv", "AdventureWorks", 6988.24],
  ["adventureworks_order_details.csv", "AdventureWorks", 9889.736],
  ["sales_data_sample.csv", "sales_data_sample", 14321.93],
  ["uci_online_retail.csv", "UCI Online Retail", 84.58],
  ["uci_online_retail_ii.csv", "UCI Online Retail II", 173.5],
];

const path = (file: string) =>
  new URL(`../../fixtures/exports/layouts/${file}`, import.meta.url).pathname;

function worthOf(file: string, options: TypedLinesOptions = {}) {
  const [{ table, source }] = readTables(path(file)).tables;
  const found = findColumns(table.header, source);
  const { worth } = typedLines(transactionLines(table, source, { found }), {
    dateOrder: "month-first",
    ...options,
  });
  const millionths = worth.codes.reduce((sum, code) => sum + worth.values[code], 0);
  return { layout: found.layout?.name, worth: millionths / 1e6 };
}

for (const [file, layout, worth, options] of LAYOUTS) {
  Deno.test(`FILE_LAYOUTS: ${file} is recognised, and its money is right`, () => {
    assertEquals(worthOf(file, options), { layout, worth });
  });
}

Deno.test("SPACED_LAYOUTS: CDNOW's lines without a header", () => {
  assertEquals(worthOf("cdnow.txt"), { layout: undefined, worth: 121.53 });
});

Deno.test("FILE_LAYOUTS: Instacart's orders have no dates, and are refused in one sentence", () => {
  const [{ table, source }] = readTables(path("instacart_orders.csv")).tables;
  const { message } = assertThrows(() => mapColumns(table.header, source, {}, table), InputError);
  assertMatch(message, /"Instacart orders", which cannot be used: it gives the day of the week/);
});
