import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { InputError } from "../../src/frames/errors.ts";
import { type OpenOptions, openShop } from "../../src/pipeline/open_shop.ts";

/** What is right about a file, worked out by hand or by pandas from what the file's program means. */
interface Truth {
  readonly file: string;
  readonly options?: OpenOptions;
  /** Sales less refunds and discounts, of customers and in all; the same if one is given. */
  readonly net: number;
  readonly shop?: number;
  readonly customers: number;
  readonly orders?: number;
  readonly products?: number;
  /** Rows that count as sales. */
  readonly sales?: number;
  /** What is said of the file. */
  readonly notes?: RegExp;
}

const TRUTHS: readonly Truth[] = [
  { file: "ddmmyy.csv", net: 97.5, customers: 2, orders: 3 },
  { file: "ddmonyyyy.csv", net: 118.98, customers: 2, orders: 3 },
  { file: "ampm.csv", net: 118.98, customers: 2, orders: 3 },
  { file: "iso_loose.csv", net: 118.98, customers: 2, orders: 3 },
  { file: "tafeng_like.csv", net: 25820, customers: 150, notes: /AMOUNT/ },
  { file: "blank_sku.csv", net: 149.2, customers: 3, orders: 4 },
  { file: "olist_like.csv", net: 124.6, customers: 2, orders: 2, sales: 6 },
  { file: "square_line_ids.csv", net: 33.9, customers: 2, orders: 2, sales: 3 },
  { file: "order_total_repeated2.csv", net: 132.2, customers: 2, orders: 3, notes: /total/ },
  { file: "price_and_total.csv", net: 79.8, customers: 2, orders: 3, notes: /total/ },
  { file: "partial_refund.csv", net: 220, customers: 2, orders: 3 },
  { file: "refunds_qty.csv", net: 33.9, customers: 2, orders: 4 },
  { file: "accounting.csv", net: 2645.7, customers: 2 },
  { file: "apostrophe.csv", net: 54.37, customers: 2, orders: 2 },
  {
    file: "two_currencies.csv",
    options: { currency: "USD" } as OpenOptions,
    net: 15845,
    customers: 40,
    notes: /INR/,
  },
  { file: "nulls.csv", net: 110, shop: 367, customers: 1, orders: 2 },
  { file: "sep_line.csv", net: 28.99, customers: 2, orders: 2 },
  { file: "report_titles.csv", net: 35, customers: 2, orders: 3, sales: 3 },
  { file: "report_titles.xlsx", net: 35, customers: 2, orders: 3, sales: 3 },
  { file: "totals_row.csv", net: 35, customers: 2, orders: 3, sales: 3 },
  { file: "forward_fill.csv", net: 85.7, customers: 2, orders: 3, sales: 5 },
  { file: "credit_lines2.csv", net: 2700, customers: 2, orders: 2 },
  { file: "email_case.csv", net: 65, customers: 2, orders: 4 },
  { file: "items_in_cell.csv", net: 89.3, customers: 2, orders: 3, products: 3 },
  { file: "all_c.csv", net: 64.3, customers: 3, orders: 3, sales: 3 },
  { file: "shopify_status.csv", net: NaN, shop: 31290.59, customers: 117, orders: 761 },
  { file: "stripe_charges.csv", net: 34197.5, customers: 116 },
  { file: "ebay_report.csv", net: 207.55, customers: 3, orders: 4, sales: 4 },
  { file: "paypal_de.csv", net: 1153.8, customers: 3, orders: 3, notes: /Abbuchung/ },
  { file: "amazon_settlement.csv", net: 0, shop: 90.15, customers: 0, orders: 2, sales: 4 },
  {
    file: "toast_items.csv",
    options: { columns: { line_total: "Gross Price" }, discounts: "subtract" },
    net: 40.9,
    customers: 2,
    orders: 3,
    sales: 5,
    notes: /Void/,
  },
  {
    file: "qty_unknown.csv",
    options: { columns: { quantity: "qty_at_till" } },
    net: 227.05,
    customers: 2,
    orders: 4,
    notes: /"qty_at_till" × "unit_price" \(227\.05 in all\), as --map/,
  },
];

/** Files about which something must be said first: what is asked, and with what answers. */
const ASKED: readonly { file: string; options?: OpenOptions; asks: RegExp }[] = [
  { file: "trailing.csv", asks: /EUR.*USD.*--currency/ },
  { file: "two_currencies.csv", asks: /(INR.*USD|USD.*INR).*--currency.*--rates/ },
  { file: "qty_unknown.csv", asks: /227\.05.*153\.75.*--map quantity=qty_at_till/ },
  { file: "toast_items.csv", asks: /--map line_total="Gross Price"/ },
  { file: "wide_months.csv", asks: /a column per period.*orders or order lines/ },
  { file: "customer_level.csv", asks: /one row per customer/ },
];

const path = (file: string) => new URL(`../fixtures/exports/${file}`, import.meta.url).pathname;

for (const truth of TRUTHS) {
  const { file, options, net, shop = net, customers, orders, products, sales, notes } = truth;
  Deno.test(`${file}: the money and the customers are right at the first try`, () => {
    const { audit, notes: said } = openShop([path(file)], options);
    if (!Number.isNaN(shop)) assertEquals(audit.net.shop, shop);
    if (!Number.isNaN(net)) assertEquals(audit.net.customers, net);
    assertEquals(
      Math.round(1e6 * (audit.net.customers + audit.net.without_customer)),
      Math.round(1e6 * audit.net.shop),
    );
    if (!Number.isNaN(customers)) assertEquals(audit.customers, customers);
    if (orders !== undefined) assertEquals(audit.invoices, orders);
    if (products !== undefined) assertEquals(audit.products, products);
    if (sales !== undefined) assertEquals(audit.sales.rows, sales);
    if (notes) assertMatch(said.map(({ sentence }) => sentence).join("\n"), notes);
  });
}

for (const { file, options, asks } of ASKED) {
  Deno.test(`${file}: is asked about before any money is added`, () => {
    const { message } = assertThrows(() => openShop([path(file)], options), InputError);
    assertMatch(message, asks);
  });
}
