import pl from "nodejs-polars";
import { assertEquals, assertThrows } from "@std/assert";
import { textColumn } from "../../../src/frames/columns.ts";
import { cleanTransactions } from "../../../src/transactions/cleaning/clean_transactions.ts";
import { InputError } from "../../../src/frames/errors.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";

function lines(rows: string[][]) {
  const names = ["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price"];
  const columns = [...names, "Customer ID", "Country"];
  return transactionLines(
    pl.DataFrame(Object.fromEntries(columns.map((name, i) => [name, rows.map((row) => row[i])]))),
    "test",
  );
}

const GOOD = ["1", "A", "LAMP", "2", "2024-05-01 10:00", "1.10", "7", "UK"];

Deno.test({
  name: "cleanTransactions: the audit of the UCI file is the one of the reference",
  ignore: !onlineRetailPath,
  fn() {
    const { audit, transactions, rejected } = onlineRetail();
    assertEquals(audit.rows_read, 541_909);
    assertEquals(audit.rejected.map(({ reason, rows }) => [reason, rows]), [
      ["missing_customer", 135_080],
      ["cancellation", 8_905],
      ["non_positive_price", 40],
      ["exact_duplicate", 5_192],
    ]);
    assertEquals([audit.rows_kept, transactions.height], [392_692, 392_692]);
    assertEquals(rejected.height, 541_909 - 392_692);
    assertEquals([audit.customers, audit.invoices, audit.products], [4_338, 18_532, 3_665]);
    assertEquals(audit.revenue_kept, 8_887_208.894);
    assertEquals([audit.first_date, audit.last_date], ["2010-12-01", "2011-12-09"]);
  },
});

Deno.test({
  name: "cleanTransactions: revenue of the UCI file adds up to the last digit",
  ignore: !onlineRetailPath,
  fn() {
    const { audit } = onlineRetail();
    const thousandths = (value: number) => BigInt(value.toFixed(3).replace(".", ""));
    const parts = audit.rejected.reduce((sum, { revenue }) => sum + thousandths(revenue), 0n);
    assertEquals(parts + thousandths(audit.revenue_kept), thousandths(audit.revenue_read));
  },
});

Deno.test("cleanTransactions: each fault has its reason and its column", () => {
  const with_ = (change: Record<number, string>) => GOOD.map((value, i) => change[i] ?? value);
  const { audit, rejected } = cleanTransactions(
    lines([
      GOOD,
      with_({ 6: "" }),
      with_({ 0: "C1", 3: "-2" }),
      with_({ 4: "2024-02-31" }),
      with_({ 3: "two" }),
      with_({ 5: "1e400" }),
      with_({ 3: "0" }),
      with_({ 5: "0" }),
      GOOD,
    ]),
    { skipUnreadable: true },
  );
  const expected = [
    ["missing_customer", "customer_id"],
    ["cancellation", "invoice_id"],
    ["unreadable_date", "invoice_date"],
    ["unreadable_quantity", "quantity"],
    ["unreadable_price", "unit_price"],
    ["zero_quantity", "quantity"],
    ["non_positive_price", "unit_price"],
    ["exact_duplicate", ""],
  ];
  assertEquals(audit.rejected.map(({ reason, column }) => [reason, column]), expected);
  assertEquals(textColumn(rejected, "reason"), expected.map(([reason]) => reason));
  assertEquals(rejected.getColumn("line").toArray() as unknown, [2, 3, 4, 5, 6, 7, 8, 9]);
  assertEquals(textColumn(rejected, "unit_price")[4], "1e400");
  assertEquals(audit.rows_read, audit.rows_kept + 8);
});

Deno.test("cleanTransactions: the result does not depend on the order of rows", () => {
  const rows = [GOOD, ["2", ...GOOD.slice(1)], ["3", "B", ...GOOD.slice(2)], [
    ...GOOD.slice(0, 7),
    "FR",
  ]];
  const once = cleanTransactions(lines(rows));
  const reversed = cleanTransactions(lines(rows.toReversed()));
  assertEquals(once.transactions.toRecords(), reversed.transactions.toRecords());
  assertEquals(once.audit, reversed.audit);
});

Deno.test("cleanTransactions: lines without a customer stay in the sales totals", () => {
  const { sales, transactions, audit } = cleanTransactions(
    lines([GOOD, ["2", "A", "", "3", "2024-05-02", "2", "", "UK"]]),
  );
  assertEquals([sales.height, transactions.height], [2, 1]);
  assertEquals([audit.sales.revenue, audit.revenue_kept], [8.2, 2.2]);
});

Deno.test("cleanTransactions: lines on or after the as-of date are rejected", () => {
  const rows = [GOOD, ["2", "A", "", "3", "2024-05-02 00:00", "2", "7", "UK"]];
  const { audit } = cleanTransactions(lines(rows), { asOf: "2024-05-02" });
  assertEquals(audit.rejected.map(({ reason, rows }) => [reason, rows]), [[
    "on_or_after_as_of",
    1,
  ]]);
});

Deno.test("cleanTransactions: what is returned on or after the as-of date is not known yet", () => {
  const rows = [GOOD, ["C2", "A", "", "-2", "2024-05-03", "1.10", "7", "UK"]];
  const { audit, returns, transactions } = cleanTransactions(lines(rows), { asOf: "2024-05-02" });
  assertEquals(audit.rejected.map(({ reason }) => reason), ["on_or_after_as_of"]);
  assertEquals([returns.height, audit.returns.returned_revenue], [0, 0]);
  assertEquals(transactions.getColumn("net_revenue").toArray(), [2.2]);
});

Deno.test("cleanTransactions: postage and fees are services, ids keep their zeros", () => {
  const { transactions } = cleanTransactions(lines([
    ["1", "POST", "POSTAGE", "1", "2024-05-01", "18", "00123", "UK"],
    ["1", "00042", "LAMP", "1", "2024-05-01", "18", "00123", "UK"],
  ]));
  assertEquals(textColumn(transactions, "product_id"), ["00042", "POST"]);
  assertEquals(transactions.getColumn("is_service").toArray() as unknown, [false, true]);
  assertEquals(textColumn(transactions, "customer_id"), ["00123", "00123"]);
});

Deno.test("cleanTransactions: 17850.0 loses its decimals only where the whole column is so", () => {
  const ids = (customers: string[]) =>
    textColumn(
      cleanTransactions(lines(customers.map((id, i) => [`${i}`, ...GOOD.slice(1, 6), id, "UK"])))
        .transactions,
      "customer_id",
    );
  assertEquals(ids(["17850.0", "12.0"]), ["17850", "12"]);
  assertEquals(ids(["17850.0", "x.0"]), ["17850.0", "x.0"]);
});

Deno.test("cleanTransactions: a file without any purchase is one clear sentence", () => {
  assertThrows(
    () => cleanTransactions(lines([["C1", "A", "LAMP", "-2", ...GOOD.slice(4)]])),
    InputError,
    "None of the 1 lines is a purchase",
  );
});

Deno.test("cleanTransactions: money does not fall out for a field that it does not need", () => {
  const with_ = (change: Record<number, string>) => GOOD.map((value, i) => change[i] ?? value);
  const { audit, transactions, sales } = cleanTransactions(lines([
    GOOD,
    with_({ 0: "" }), // the customer's day is the order
    with_({ 0: "", 1: "B" }),
    with_({ 0: "", 6: "" }), // the line is
    with_({ 1: "" }), // the name is the product
    with_({ 1: "", 2: "" }), // nothing names it
    with_({ 7: "", 1: "C" }), // the order's country
  ]));
  assertEquals(audit.rejected.map(({ reason }) => reason), ["missing_customer"]);
  assertEquals(audit.sales.rows, 7);
  assertEquals(audit.revenue_kept, 13.2);
  assertEquals([...new Set(textColumn(transactions, "invoice_id"))].sort(), ["1", "7 2024-05-01"]);
  assertEquals(textColumn(sales, "invoice_id").includes("line 4 of test"), true);
  assertEquals([...new Set(textColumn(transactions, "product_id"))].sort(), [
    "",
    "A",
    "B",
    "C",
    "LAMP",
  ]);
  assertEquals([...new Set(textColumn(transactions, "country"))], ["UK"]);
});

Deno.test("cleanTransactions: a duplicate is equal in every column of the file", () => {
  const table = (change: Record<string, string[]>) =>
    cleanTransactions(transactionLines(
      pl.DataFrame({
        order_id: ["1", "1", "1"],
        date: ["2024-05-01", "2024-05-01", "2024-05-01"],
        customer_id: ["7", "7", "7"],
        sku: ["A", "A", "A"],
        quantity: ["1", "1", "1"],
        price: ["2", "2", "2"],
        ...change,
      }),
      "shop",
    )).audit.sales.rows;
  assertEquals(table({ note: ["x", "x", "x"] }), 1);
  assertEquals(table({ note: ["x", "y", "x"] }), 2);
  assertEquals(table({ "line id": ["1", "2", "3"] }), 3);
  const amounts = pl.DataFrame({
    order_id: ["1", "1"],
    date: ["2024-05-01", "2024-05-01"],
    customer_id: ["7", "7"],
    sku: ["A", "A"],
    total: ["2", "2"],
  });
  assertEquals(cleanTransactions(transactionLines(amounts, "shop")).audit.sales.rows, 2);
});

Deno.test("cleanTransactions: C and digits cancels where the file cancels so, and can be let be", () => {
  const file = [
    GOOD,
    ["C2", "A", "LAMP", "-1", ...GOOD.slice(4)],
    ["C3", "A", "LAMP", "-1", ...GOOD.slice(4)],
    ["C4", "A", "LAMP", "1", ...GOOD.slice(4)],
  ];
  assertEquals(cleanTransactions(lines(file)).audit.rows_kept, 1);
  assertEquals(cleanTransactions(lines(file), { without: ["c_invoice"] }).audit.rows_kept, 2);
  const letters = file.map(([id, a, b, quantity, ...rest]) => [
    ...[id.replace(/^1$/, "C1"), a, b, quantity.replace("-", "")],
    ...rest,
  ]);
  assertEquals(cleanTransactions(lines(letters)).audit.rows_kept, 4);
});
