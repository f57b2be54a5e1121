import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import pl, { type DataFrame } from "nodejs-polars";
import { rfmGrid } from "../../src/customers/rfm/rfm_grid.ts";
import { rfmScores } from "../../src/customers/rfm/rfm_scores.ts";
import { rfmSegmentTable } from "../../src/customers/rfm/rfm_segment_table.ts";
import { rfmSummary } from "../../src/customers/rfm/rfm_summary.ts";
import { takeSnapshot } from "../../src/customers/snapshot.ts";
import { explore } from "../../src/exploration/explore.ts";
import {
  type CleanOptions,
  type CleanTransactions,
  cleanTransactions,
} from "../../src/transactions/cleaning/clean_transactions.ts";
import { numberColumn, textColumn } from "../../src/frames/columns.ts";
import { InputError } from "../../src/frames/errors.ts";
import { inMillionths } from "../../src/frames/money.ts";
import { transactionLines } from "../../src/transactions/mapping/transaction_lines.ts";
import { anyNumber, assertAmount, productOf } from "./exact_decimals.ts";
import { slowTest } from "../slow.ts";

/** A line as it is written: pieces and price. */
type Line = readonly [quantity: string, price: string];

/** Lines of three customers, some without one, on a few days; the invoice number names the line. */
function shop(lines: readonly Line[]): DataFrame {
  return pl.DataFrame({
    invoice_id: lines.map((_, i) => `${i}`),
    product_id: lines.map((_, i) => `P${i % 4}`),
    quantity: lines.map(([quantity]) => quantity),
    invoice_date: lines.map((_, i) => `2024-0${1 + i % 9}-1${i % 10} 10:00`),
    unit_price: lines.map(([, price]) => price),
    customer_id: lines.map((_, i) => ["7", "8", "9", ""][i % 4]),
    country: lines.map((_, i) => ["France", "Spain"][i % 2]),
  });
}

function clean(lines: readonly Line[], options: CleanOptions = {}): CleanTransactions {
  return cleanTransactions(transactionLines(shop(lines), "shop"), {
    decimalMark: "point",
    ...options,
  });
}

/** What the lines with some invoice numbers are worth, in millionths. */
function worthOf(lines: readonly Line[], invoices: readonly string[]): bigint {
  const millionths = invoices.map((invoice) => productOf(...lines[Number(invoice)]))
    .map((product) => Number.isFinite(product) ? BigInt(product) : 0n);
  return millionths.reduce((sum, product) => sum + product, 0n);
}

/** Amounts in millionths, added up. */
function added(amounts: readonly number[]): bigint {
  return inMillionths(Float64Array.from(amounts)).reduce((sum, part) => sum + BigInt(part), 0n);
}

/** Numbers above 9 × 10^9 do not hold every millionth, so only then may parts miss the whole. */
function assertAddsUp(parts: readonly number[], whole: number, what: string): void {
  const size = added(parts.map(Math.abs)), difference = added(parts) - added([whole]);
  const missing = Number(difference < 0n ? -difference : difference);
  assert(missing <= (size < 2n ** 53n ? 0 : Number(size) * 1e-15), `${what}: ${parts} | ${whole}`);
}

function assertExact(lines: readonly Line[], options: CleanOptions): void {
  const cleaned = clean(lines, options);
  const { transactions, sales, returns, rejected, audit } = cleaned;
  assertEquals(audit.rows_read, lines.length);
  assertEquals(
    audit.rejected.reduce((rows, row) => rows + row.rows, audit.rows_kept),
    audit.rows_read,
  );
  // The account, against whole numbers.
  const kept = textColumn(transactions, "invoice_id");
  assertAmount(audit.revenue_read, worthOf(lines, [...lines.keys()].map(String)));
  assertAmount(audit.revenue_kept, worthOf(lines, kept));
  assertAmount(audit.sales.revenue, worthOf(lines, textColumn(sales, "invoice_id")));
  for (const { reason, revenue } of audit.rejected) {
    const rows = rejected.filter(pl.col("reason").eq(pl.lit(reason)));
    assertAmount(revenue, worthOf(lines, textColumn(rows, "invoice_id")), reason);
  }
  assertAddsUp(
    [audit.revenue_kept, ...audit.rejected.map(({ revenue }) => revenue)],
    audit.revenue_read,
    "kept and rejected",
  );
  assertAddsUp(
    [audit.returns.net_revenue, audit.returns.returned_revenue],
    audit.returns.gross_revenue,
    "net and returned",
  );
  assertAddsUp(
    [
      ...numberColumn(transactions, "net_revenue"),
      ...numberColumn(returns, "unmatched_revenue"),
    ],
    audit.returns.net_revenue,
    "net revenue of the lines, less what no line came back for",
  );
  assertAddsUp([audit.net.customers, audit.net.without_customer], audit.net.shop, "net");
  assertEquals(audit.net.customers, audit.returns.net_revenue);
  // The customers, against whole numbers.
  const customers = rfmSummary(takeSnapshot({ transactions, returns }, "2024-12-01"));
  const spend = numberColumn(customers, "monetary_value");
  textColumn(customers, "customer_id").forEach((id, i) => {
    const own = textColumn(transactions.filter(pl.col("customer_id").eq(pl.lit(id))), "invoice_id");
    assertAmount(spend[i], worthOf(lines, own), `monetary value of ${id}`);
  });
  assertAddsUp([...spend], audit.revenue_kept, "customers");
  // The tables, against the account.
  const scored = rfmScores(customers);
  const tables = explore(cleaned);
  const wholes = [
    ["RFM square", rfmGrid(scored), audit.revenue_kept],
    ["RFM segments", rfmSegmentTable(scored), audit.revenue_kept],
    ["months", tables.months, audit.sales.revenue],
    ["weekdays and hours", tables.weekday_hours, audit.sales.revenue],
    ["countries", tables.countries, audit.sales.revenue],
    ["price bands", tables.price_bands, audit.sales.revenue],
    ["products", tables.top_products, audit.sales.revenue],
  ] as const;
  for (const [what, rows, whole] of wholes) {
    assertAddsUp(rows.map(({ revenue }) => revenue), whole, what);
  }
}

const reasons = (lines: readonly Line[], options: CleanOptions = {}) =>
  clean(lines, options).audit.rejected.map(({ reason, rows, revenue }) => [reason, rows, revenue]);

slowTest(
  "any number: numbers of every size are survived, and money is what whole numbers say",
  () => {
    const line = fc.tuple(anyNumber, anyNumber);
    const lines = fc.array(line, { minLength: 1, maxLength: 24 })
      .map((lines): Line[] => [["1", "1"], ...lines]);
    fc.assert(
      fc.property(lines, fc.boolean(), (lines, isLenient) => {
        assertExact(lines, { without: isLenient ? ["out_of_range"] : [] });
      }),
      { numRuns: 100, seed: 3 },
    );
  },
);

Deno.test("any number: what cannot be counted is out of range, whether or not the rule is on", () => {
  const lines: Line[] = [
    ["1", "2.5"],
    ["1e308", "1"],
    ["1", "1e308"],
    ["1e160", "1e160"],
    ["1", "1e-300"],
    ["1", "2e-7"],
    ["-1e308", "1"],
    ["-1", "1e-300"],
    ["1e-9", "1e9"],
  ];
  const rejected = [["missing_customer", 2, 0], ["out_of_range", 6, 1]];
  assertEquals(reasons(lines), rejected);
  assertEquals(reasons(lines, { without: ["out_of_range"] }), rejected);
  assertThrows(() => clean([["1e160", "1e160"]]), InputError, "1 are rejected as out_of_range");
});

Deno.test("any number: returns are looked at as purchases are", () => {
  assertEquals(reasons([["1", "1"], ["-20000000", "2"], ["-3", "2"]]), [
    ["cancellation", 1, -6],
    ["out_of_range", 1, -40_000_000],
  ]);
  assertEquals(reasons([["1", "1"], ["-20000000", "2"]], { without: ["out_of_range"] }), [
    ["cancellation", 1, -40_000_000],
  ]);
});

Deno.test("any number: 300 lines of 9,999,999.999999² are out of range", () => {
  const lines = Array.from({ length: 300 }, (): Line => ["9999999.999999", "9999999.999999"]);
  assertEquals(reasons([["1", "3"], ...lines]), [
    ["missing_customer", 75, 0],
    ["out_of_range", 225, 0],
  ]);
});

Deno.test("any number: 100,000 × .0000025 is .25, in the audit and for the customer", () => {
  assertExact([["100000", ".0000025"], ["1", "1.234567890123456"]], {});
  const { audit } = clean([["100000", ".0000025"]]);
  assertEquals([audit.revenue_read, audit.revenue_kept, audit.sales.revenue], [0.25, 0.25, 0.25]);
});

Deno.test("any number: prices of 16 digits times many pieces are exact to the millionth", () => {
  const { audit } = clean([["7654321", "1.234567890123456"], ["1", "1"]]);
  // 7,654,321 × 1.234567890123456 = 9,449,778.927297661853376 (bc)
  assertEquals(audit.revenue_kept, 9_449_779.927298);
});

Deno.test("any number: a total of more than 64 bits of millionths is right", () => {
  const lines = Array.from({ length: 4000 }, (): Line => ["1000000", "7999.999999999999"]);
  const { audit, transactions } = clean(lines, { without: ["exact_duplicate"] });
  // 3,000 lines of 8 × 10^9 less a millionth; one in four has no customer.
  assertEquals([audit.rows_kept, audit.revenue_kept], [3000, 23_999_999_999_999.997]);
  const customers = rfmSummary(
    takeSnapshot({ transactions, returns: transactions.head(0) }, "2024-12-01"),
  );
  assertEquals([...numberColumn(customers, "monetary_value")], [
    7_999_999_999_999.999,
    7_999_999_999_999.999,
    7_999_999_999_999.999,
  ]);
});

Deno.test("any number: decimal commas and line totals keep all their digits", () => {
  const table = pl.DataFrame({
    date: ["2024-05-01", "2024-05-02"],
    customer: ["7", "8"],
    quantity: ["3", "7"],
    total: ["1.234,5678905", "2,0000005000000000000000001"],
  });
  const { audit, transactions } = cleanTransactions(transactionLines(table, "shop"));
  assertEquals([...numberColumn(transactions, "revenue")], [1234.56789, 2.000001]);
  assertEquals(audit.revenue_kept, 1236.567891);
});
