import { assert, assertEquals, assertLess, assertNotEquals, assertThrows } from "@std/assert";
import type { DataFrame } from "nodejs-polars";
import { numberColumn, textColumn } from "../../../src/frames/columns.ts";
import { memoize } from "../../../src/numeric/memoize.ts";
import { transactionsToCsv } from "../../../src/transactions/synthesis/csv.ts";
import { DEMO_DIRT } from "../../../src/transactions/synthesis/dirt.ts";
import { DEMO_GROUPS } from "../../../src/transactions/synthesis/groups.ts";
import {
  type SynthesizedTransactions,
  synthesizeTransactions,
} from "../../../src/transactions/synthesis/synthesize_transactions.ts";

const SERVICE = new Set(["POST", "DOT", "M", "BANK CHARGES"]);
const small = synthesizeTransactions({ customers: 400, seed: 7 });
const demo = synthesizeTransactions();

/** The file's lines as objects of text, null where missing. */
const records = memoize((lines: DataFrame): readonly Record<string, string | null>[] => {
  const columns = lines.columns.map((name) => lines.getColumn(name).toArray() as (string | null)[]);
  return Array.from(
    { length: lines.height },
    (_, row) => Object.fromEntries(lines.columns.map((name, i) => [name, columns[i][row]])),
  );
});

/** What the tests look at in a customer's truth. */
interface Customer {
  readonly customer_id: string;
  readonly group: string;
  readonly mean_order_value: number;
  readonly seasonal: boolean;
  readonly orders: number;
}

function customersOf({ truth }: SynthesizedTransactions): Customer[] {
  return truth.customers.toRecords() as unknown as Customer[];
}

interface Product {
  readonly product_id: string;
  readonly description: string;
  readonly theme: number;
}

function productsOf({ truth }: SynthesizedTransactions): Product[] {
  return truth.products.toRecords() as unknown as Product[];
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

/** True orders by customer id, as counted in the file: different invoices that are no returns. */
function invoicesPerCustomer(lines: DataFrame): Map<string, number> {
  const invoices = new Map<string, Set<string>>();
  for (const { CustomerID, InvoiceNo } of records(lines)) {
    if (CustomerID === null || InvoiceNo!.startsWith("C")) continue;
    if (!invoices.has(CustomerID)) invoices.set(CustomerID, new Set());
    invoices.get(CustomerID)!.add(InvoiceNo!);
  }
  return new Map(Array.from(invoices, ([customer, numbers]) => [customer, numbers.size]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

Deno.test("synthesizeTransactions: same seed, same bytes; another seed, other bytes", async () => {
  const again = synthesizeTransactions({ customers: 400, seed: 7 });
  const other = synthesizeTransactions({ customers: 400, seed: 8 });
  const hash = await sha256(transactionsToCsv(small.lines));
  assertEquals(await sha256(transactionsToCsv(again.lines)), hash);
  assertNotEquals(await sha256(transactionsToCsv(other.lines)), hash);
  assertEquals(customersOf(again), customersOf(small));
});

Deno.test("synthesizeTransactions: defaults give 2,000 customers and 60,000 to 150,000 lines", () => {
  assertEquals(demo.truth.customers.height, 2000);
  assertEquals(invoicesPerCustomer(demo.lines).size, 2000);
  assert(demo.lines.height > 60_000 && demo.lines.height < 150_000, `${demo.lines.height} lines`);
});

Deno.test("synthesizeTransactions: every column is text of the shape that shops' files have", () => {
  assertEquals(small.lines.columns, [
    "InvoiceNo",
    "StockCode",
    "Description",
    "Quantity",
    "InvoiceDate",
    "UnitPrice",
    "CustomerID",
    "Country",
  ]);
  for (const line of records(small.lines)) {
    assert(/^C?\d{6}$/.test(line.InvoiceNo!), line.InvoiceNo!);
    assert(/^\d{5}[A-F]?$/.test(line.StockCode!) || SERVICE.has(line.StockCode!), line.StockCode!);
    assert(/^-?[1-9]\d*$/.test(line.Quantity!), line.Quantity!);
    assert(/^202[34]-\d\d-\d\d \d\d:\d\d$/.test(line.InvoiceDate!), line.InvoiceDate!);
    assert(/^\d+\.\d\d$/.test(line.UnitPrice!), line.UnitPrice!);
    assert(line.CustomerID === null || /^\d{5}$/.test(line.CustomerID), line.CustomerID!);
    assert(line.Country);
  }
});

Deno.test("synthesizeTransactions: the truth has no missing and no infinite number", () => {
  const { customers, products } = demo.truth;
  const numbers = [
    "purchase_rate",
    "dropout_probability",
    "mean_order_value",
    "observed_days",
    "orders",
  ];
  for (const name of numbers) {
    assert(numberColumn(customers, name).every((value) => Number.isFinite(value)), name);
  }
  assert(numberColumn(products, "unit_price").every((price) => price > 0));
  assertEquals(new Set(textColumn(customers, "customer_id")).size, 2000);
  assertEquals(new Set(textColumn(products, "product_id")).size, 400);
});

Deno.test("synthesizeTransactions: the dirt counted in the file is the dirt that the truth tells", () => {
  const lines = records(small.lines);
  const { dirt } = small.truth;
  const known = lines.filter((line) => line.CustomerID !== null);
  const cancelled = known.filter((line) => line.InvoiceNo!.startsWith("C"));
  const purchases = known.filter((line) => !line.InvoiceNo!.startsWith("C"));
  const priced = purchases.filter((line) => Number(line.UnitPrice) > 0);
  const kept = [...new Map(priced.map((line) => [JSON.stringify(line), line])).values()];
  const cents = (some: typeof lines) =>
    some.reduce((sum, line) => sum + Number(line.Quantity) * Math.round(100 * +line.UnitPrice!), 0);
  const catalogue = new Map(
    productsOf(small).map((product) => [product.product_id, product.description]),
  );
  const adjusted = lines.filter((line) => line.CustomerID === null && +line.UnitPrice! === 0);
  const otherWords = lines.filter((line) =>
    line.Description !== null && !adjusted.includes(line) && !SERVICE.has(line.StockCode!) &&
    line.Description !== catalogue.get(line.StockCode!)
  );

  assertEquals(dirt, {
    lines: lines.length,
    missing_customer: lines.length - known.length,
    adjustments: adjusted.length,
    cancellations: cancelled.length,
    cancelled_revenue: cents(cancelled) / 100,
    zero_price: purchases.length - priced.length,
    duplicates: priced.length - kept.length,
    service: lines.filter((line) => SERVICE.has(line.StockCode!)).length,
    missing_description: lines.filter((line) => line.Description === null).length,
    other_description: otherWords.length,
    kept: kept.length,
    kept_revenue: cents(kept) / 100,
  });
  assert(Object.values(dirt).every((count) => count !== 0), JSON.stringify(dirt));
});

Deno.test("synthesizeTransactions: dirt comes in the shares asked for, down to none", () => {
  const none = Object.fromEntries(Object.keys(DEMO_DIRT).map((name) => [name, 0]));
  const clean = synthesizeTransactions({ customers: 100, dirt: none });
  const { dirt } = clean.truth;
  assertEquals([dirt.kept, dirt.missing_customer, dirt.cancellations], [clean.lines.height, 0, 0]);
  const dirty = synthesizeTransactions({ customers: 100, dirt: { ...none, duplicated: 0.5 } });
  const goods = clean.lines.height - dirt.service;
  assertEquals(dirty.truth.dirt.duplicates, Math.round(0.5 * goods));
  assertEquals(dirty.truth.dirt.kept_revenue, dirt.kept_revenue);
  const guests = synthesizeTransactions({
    customers: 100,
    dirt: { ...none, missingCustomer: 0.4 },
  });
  const share = guests.truth.dirt.missing_customer / guests.lines.height;
  assert(Math.abs(share - 0.4) < 1e-3, `share without customer ${share}`);
});

Deno.test("synthesizeTransactions: a return mirrors an earlier purchase of the same customer", () => {
  const bought = new Map<string, { date: string; quantity: number }[]>();
  const keyOf = (line: Record<string, string | null>) =>
    [line.CustomerID, line.StockCode, line.UnitPrice].join();
  for (const line of records(small.lines)) {
    const key = keyOf(line);
    const quantity = Number(line.Quantity);
    if (!line.InvoiceNo!.startsWith("C")) {
      if (!bought.has(key)) bought.set(key, []);
      bought.get(key)!.push({ date: line.InvoiceDate!, quantity });
      continue;
    }
    const earlier = bought.get(key)?.some((purchase) =>
      purchase.date < line.InvoiceDate! && purchase.quantity >= -quantity
    );
    assert(quantity < 0 && earlier, `${line.InvoiceNo} ${key}`);
  }
});

Deno.test("synthesizeTransactions: invoices in the file are the orders of the truth", () => {
  const counted = invoicesPerCustomer(demo.lines);
  for (const { customer_id, orders } of customersOf(demo)) {
    assertEquals(counted.get(customer_id), orders, customer_id);
  }
});

Deno.test("synthesizeTransactions: mean spend per order recovers each group's Gamma-Gamma mean", () => {
  const spend = new Map<string, number>();
  for (const line of records(demo.lines)) {
    if (line.CustomerID === null || line.InvoiceNo!.startsWith("C")) continue;
    if (SERVICE.has(line.StockCode!)) continue;
    const value = Number(line.Quantity) * Number(line.UnitPrice);
    spend.set(line.CustomerID, (spend.get(line.CustomerID) ?? 0) + value);
  }
  for (const group of DEMO_GROUPS) {
    const members = customersOf(demo).filter((row) => row.group === group.name);
    const observed = members.reduce((sum, row) => sum + spend.get(row.customer_id)!, 0);
    const expected = members.reduce((sum, row) => sum + row.mean_order_value * row.orders, 0);
    // Duplicates add 1 %, whole pieces and packs the rest.
    assertLess(Math.abs(observed / expected - 1), 0.08, `${group.name} ${observed / expected}`);
  }
});

Deno.test("synthesizeTransactions: groups differ in frequency, basket value, recency and season", () => {
  const ofGroup = (name: string) => customersOf(demo).filter(({ group }) => group === name);
  const [high, budget, infrequent, seasonal] = DEMO_GROUPS.map(({ name }) => ofGroup(name));
  const orders = (rows: typeof high) => mean(rows.map((row) => row.orders));
  const value = (rows: typeof high) => mean(rows.map((row) => row.mean_order_value));
  assert(orders(high) > 1.5 * orders(budget));
  assert(orders(budget) > 4 * orders(infrequent));
  assert(orders(infrequent) < 2.2);
  assert(value(high) > 10 * value(budget));
  assert(value(seasonal) > 8 * value(budget));
  assert(seasonal.every((row) => row.seasonal) && budget.every((row) => !row.seasonal));

  const groupOf = new Map(
    customersOf(demo).map((row) => [row.customer_id, row.group]),
  );
  const months = new Map<string, number[]>();
  for (const line of records(demo.lines)) {
    if (line.CustomerID === null) continue;
    const group = groupOf.get(line.CustomerID)!;
    if (!months.has(group)) months.set(group, Array(12).fill(0));
    months.get(group)![Number(line.InvoiceDate!.slice(5, 7)) - 1]++;
  }
  const christmas = (group: string) => {
    const counts = months.get(group)!;
    return (counts[10] + counts[11]) / counts.reduce((sum, count) => sum + count, 0);
  };
  assert(christmas("seasonal") > 0.7, `seasonal ${christmas("seasonal")}`);
  assert(christmas("budget") < 0.35, `budget ${christmas("budget")}`);
});

Deno.test("synthesizeTransactions: products of one theme share baskets more often than chance", () => {
  const theme = new Map(
    productsOf(demo).map((row) => [row.product_id, row.theme]),
  );
  let together = 0;
  let alone = 0;
  const lines = records(demo.lines);
  const shares = new Map<number, number>();
  lines.forEach((line, i) => {
    const here = theme.get(line.StockCode!);
    if (here === undefined) return;
    shares.set(here, (shares.get(here) ?? 0) + 1);
    const previous = lines[i - 1];
    if (previous?.InvoiceNo !== line.InvoiceNo) return;
    if (theme.get(previous.StockCode!) === here) together++;
    else alone++;
  });
  const total = [...shares.values()].reduce((sum, count) => sum + count, 0);
  const chance = [...shares.values()].reduce((sum, count) => sum + (count / total) ** 2, 0);
  const lift = together / (together + alone) / chance;
  assert(lift > 5, `lift ${lift}`);
});

Deno.test("synthesizeTransactions: another customer changes no other's orders", () => {
  const none = Object.fromEntries(Object.keys(DEMO_DIRT).map((name) => [name, 0]));
  const all = [{ ...DEMO_GROUPS[0], season: DEMO_GROUPS[1].season }];
  const customers = (count: number) =>
    customersOf(synthesizeTransactions({ customers: count, groups: all, dirt: none }));
  assertEquals(customers(31).slice(0, 30), customers(30));
});

Deno.test("synthesizeTransactions: the smallest shop works", () => {
  const { lines, truth } = synthesizeTransactions({ customers: 1, products: 1, days: 7 });
  assertEquals(truth.customers.height, 1);
  assertEquals(lines.height, truth.dirt.lines);
  assert(truth.dirt.kept >= 1);
});

Deno.test("synthesizeTransactions: what is out of range is refused with the offending value", () => {
  const refuses = (options: Parameters<typeof synthesizeTransactions>[0], words: string) =>
    assertThrows(() => synthesizeTransactions(options), RangeError, words);
  refuses({ customers: 0 }, "got 0");
  refuses({ days: 1.5 }, "got 1.5");
  refuses({ days: 1 }, "closed");
  refuses({ start: "2023-02-30" }, "2023-02-30");
  refuses({ products: 1e6 }, "got 1000000");
  refuses({ seed: NaN }, "NaN");
  refuses({ dirt: { duplicated: 1 } }, '"duplicated"');
  refuses({ groups: [] }, "got none");
});

Deno.test("transactionsToCsv: a field with a comma is quoted, a missing one is empty", () => {
  const csv = transactionsToCsv(demo.lines);
  const [header, ...rows] = csv.trimEnd().split("\n");
  assertEquals(header, demo.lines.columns.join());
  assertEquals(rows.length, demo.lines.height);
  assert(rows.some((row) => row.includes(',"') && row.includes(", ")));
  assert(rows.some((row) => row.includes(",,")));
});
