import type { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import pl from "nodejs-polars";
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { cleanTransactions } from "../../src/transactions/cleaning/clean_transactions.ts";
import { numberColumn, textColumn } from "../../src/frames/columns.ts";
import { InputError } from "../../src/frames/errors.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";
import { CDNOW_MASTER, CDNOW_SAMPLE, realDataPath } from "../real_data.ts";
import { textRows, workbookOfSheets } from "./reading/workbook_bytes.ts";

const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
const LINE = "1,A,LAMP,2,2024-05-13 8:26,2.55,17850,UK";

type Options = Parameters<typeof readTransactions>[1] & Parameters<typeof cleanTransactions>[1];

function file(content: string | Uint8Array): string {
  const path = Deno.makeTempFileSync();
  if (typeof content === "string") Deno.writeTextFileSync(path, content);
  else Deno.writeFileSync(path, content);
  return path;
}

function clean(content: string | Uint8Array, options: Options = {}) {
  return cleanTransactions(readTransactions([file(content)], options).lines, options);
}

function refused(content: string | Uint8Array, options: Options = {}): string {
  return assertThrows(() => clean(content, options), InputError).message;
}

const days = (content: string, options: Options = {}) => {
  const { audit } = clean(content, options);
  return [audit.first_date, audit.last_date];
};

Deno.test("any file: comma, semicolon, tab and bar give the same lines", () => {
  for (const delimiter of [",", ";", "\t", "|"]) {
    const { transactions } = clean(`${HEADER}\n${LINE}\n`.replaceAll(",", delimiter));
    assertEquals(textColumn(transactions, "customer_id"), ["17850"], delimiter);
  }
});

Deno.test("any file: UTF-8 with mark, UTF-16 of both kinds and Windows-1252 give the same text", () => {
  const text = `${HEADER}\n${LINE.replace("LAMP", "CRÈME")}\n`;
  const wide = (little: boolean, mark: boolean) => {
    const units = Uint16Array.from(mark ? `\ufeff${text}` : text, (c) => c.charCodeAt(0));
    const bytes = new DataView(new ArrayBuffer(units.length * 2));
    units.forEach((unit, i) => bytes.setUint16(2 * i, unit, little));
    return new Uint8Array(bytes.buffer);
  };
  const renditions = [
    new TextEncoder().encode(text),
    new TextEncoder().encode(`\ufeff${text}`),
    wide(true, true),
    wide(false, true),
    wide(true, false),
    wide(false, false),
    Uint8Array.from(text, (c) => c.charCodeAt(0)),
  ];
  for (const bytes of renditions) {
    assertEquals(textColumn(clean(bytes).transactions, "description"), ["CRÈME"]);
  }
});

Deno.test("any file: gzip is unpacked, a damaged one refused", () => {
  assertEquals(clean(gzipSync(`${HEADER}\n${LINE}\n`)).audit.rows_kept, 1);
  const packed = gzipSync(`${HEADER}\n${LINE}\n`);
  assertStringIncludes(refused(packed.subarray(0, packed.length / 2)), "damaged gzip");
});

Deno.test("any file: UTF-16, semicolons, day-first dates and decimal commas at once, gzipped", () => {
  const text = `\ufeff${HEADER}\n${LINE}\n`.replaceAll(",", ";").replace("2.55", "2,55")
    .replace("2024-05-13", "13.05.2024");
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
  const { audit } = clean(gzipSync(new Uint8Array(units.buffer)));
  assertEquals([audit.rows_kept, audit.revenue_kept, audit.first_date], [1, 5.1, "2024-05-13"]);
});

Deno.test("any file: decimal commas, thousands and currency signs", () => {
  const { transactions } = clean(
    "Invoice;Qty;Date;Price;Customer\n1;1.200;2024-05-13;€ 1.234,50;7\n2;3;2024-05-13;2,5;7\n",
  );
  assertEquals([...numberColumn(transactions, "quantity")], [1200, 3]);
  assertEquals([...numberColumn(transactions, "unit_price")], [1234.5, 2.5]);
});

Deno.test("any file: numbers that could be thousands or decimals are asked about", () => {
  const content = "Invoice;Qty;Date;Price;Customer\n1;1;2024-05-13;1,234;7\n";
  assertStringIncludes(refused(content), "--decimal-mark");
  assertEquals(clean(content, { decimalMark: "comma" }).audit.revenue_kept, 1.234);
  assertEquals(clean(content, { decimalMark: "point" }).audit.revenue_kept, 1234);
});

Deno.test("any file: day-first, month-first, ISO with zone, and spreadsheet serials", () => {
  const dated = (...dates: string[]) =>
    `Invoice,Qty,Date,Price,Customer\n${dates.map((date, i) => `${i},1,${date},2,7`).join("\n")}\n`;
  assertEquals(days(dated("1/2/2024", "13/2/2024")), ["2024-02-01", "2024-02-13"]);
  assertEquals(days(dated("1/2/2024", "2/13/2024")), ["2024-01-02", "2024-02-13"]);
  assertEquals(days(dated("45323", "45323.75")), ["2024-02-01", "2024-02-01"]);
  assertEquals(days(dated("2024-02-01T23:30:00-05:00", "2024-02-02T00:30:00Z")), [
    "2024-02-01",
    "2024-02-02",
  ]);
  assertStringIncludes(refused(dated("1/2/2024")), "--date-order");
  assertStringIncludes(refused(dated("13/2/2024", "2/13/2024")), "mixes");
  assertStringIncludes(refused(dated("2024-02-01T10:00:00Z", "2024-02-01 10:00")), "zone");
  assertEquals(days(dated("1/2/2024"), { dateOrder: "day-first" }), ["2024-02-01", "2024-02-01"]);
});

Deno.test("any file: 1970, the year 2999, 1e400, Infinity and NaN are rejected by name", () => {
  const rows = [
    LINE,
    LINE.replace("2024", "1970"),
    LINE.replace("2024", "2999"),
    LINE.replace("2.55", "1e400"),
    LINE.replace(",2,", ",Infinity,"),
    LINE.replace("2.55", "NaN"),
    LINE.replace(",2,", ",99999999,"),
  ];
  const { audit } = clean(`${HEADER}\n${rows.join("\n")}\n`, { skipUnreadable: true });
  assertEquals(audit.rejected.map(({ reason, rows }) => [reason, rows]), [
    ["implausible_date", 2],
    ["unreadable_quantity", 1],
    ["unreadable_price", 2],
    ["out_of_range", 1],
  ]);
  const lenient = clean(`${HEADER}\n${rows.join("\n")}\n`, {
    without: ["implausible_date", "out_of_range"],
    skipUnreadable: true,
  });
  assertEquals(lenient.audit.rows_kept, 4);
});

Deno.test("any file: ids of 20 digits and leading zeros stay", () => {
  const { transactions } = clean(
    `${HEADER}\n${LINE.replace("17850", "00012345678901234567")}\n`,
  );
  assertEquals(textColumn(transactions, "customer_id"), ["00012345678901234567"]);
});

Deno.test("any file: empty, header only, and carriage returns alone have different messages", () => {
  const messages = [refused(""), refused(`${HEADER}\n`), refused(`${HEADER}\r${LINE}\r`)];
  assertEquals(new Set(messages.map((message) => message.replace(/^\S+ /, ""))).size, 3);
  assertStringIncludes(messages[2], "carriage returns");
  assertStringIncludes(refused(`${HEADER}\n${LINE}\u0000\n`), "not a text table");
});

Deno.test("any file: a line total stands in for price, an invoice is a customer's day without one", () => {
  const { transactions, audit } = clean(
    "Customer ID,Order Date,Sales\n7,2024-05-13,10.10\n7,2024-05-13,10.10\n7,2024-05-14,5\n8,2024-05-14,-3\n",
  );
  assertEquals([audit.rows_kept, audit.invoices, audit.products, audit.revenue_kept], [
    3,
    2,
    0,
    25.2,
  ]);
  assertEquals(audit.rejected.map(({ reason, revenue }) => [reason, revenue]), [[
    "cancellation",
    -3,
  ]]);
  assertEquals([...numberColumn(transactions, "quantity")], [1, 1, 1]);
});

Deno.test("any file: Shopify, WooCommerce and Superstore exports are recognised", () => {
  const shopify =
    "Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price\n#1001,a@b.c,2024-05-13 10:00:00 -0400,2,Lamp,3.50\n";
  const woo =
    "Order Number,Order Date,Email (Billing),SKU,Item Name,Quantity,Item Cost\n1001,2024-05-13,a@b.c,L1,Lamp,2,3.50\n";
  const superstore =
    "Order ID,Order Date,Customer ID,Product ID,Product Name,Sales,Quantity\nCA-2016-152156,11/28/2016,CG-12520,FUR-1,Lamp,7,2\n";
  for (const content of [shopify, woo, superstore]) {
    const { transactions, audit } = clean(content);
    assertEquals([audit.rows_kept, audit.revenue_kept], [1, 7]);
    assertEquals(textColumn(transactions, "description"), ["Lamp"]);
    assertEquals([...numberColumn(transactions, "unit_price")], [3.5]);
  }
});

Deno.test("any file: --map names what the names do not tell", () => {
  const content = "Who,When,What,Many,Each\n7,2024-05-13,L1,2,3.50\n";
  assertStringIncludes(refused(content), '"customer_id"');
  const columns = {
    customer_id: "Who",
    invoice_date: "When",
    product_id: "What",
    quantity: "Many",
    unit_price: "Each",
  };
  assertEquals(clean(content, { columns }).audit.revenue_kept, 7);
  assertStringIncludes(refused(content, { columns: { ...columns, country: "Where" } }), '"Where"');
});

Deno.test("any file: several files are joined, also where one lacks columns", () => {
  const paths = [
    file(`${HEADER}\n${LINE}\n`),
    file("Invoice;SKU;Qty;Date;Price;Customer\n2;B;1;2024-05-14;2;8\n"),
  ];
  const { lines, inputs } = readTransactions(paths);
  const { audit } = cleanTransactions(lines);
  assertEquals([audit.rows_kept, audit.customers, inputs.length], [2, 2, 2]);
});

/** A workbook of two years, the second with its columns turned around, and a list of prices. */
function twoYears(): Uint8Array<ArrayBuffer> {
  const second = LINE.replace("1,A", "2,A").replace("2024", "2025");
  const rows = [HEADER, second].map((line) => line.split(",").reverse());
  return workbookOfSheets({
    "2024": textRows(HEADER.split(","), LINE.split(",")),
    "2025": textRows(["Our orders"], [], ...rows),
    "Prices": textRows(["StockCode", "UnitPrice"], ["A", "2.55"]),
  });
}

Deno.test("any file: sheets are joined by column names, those without transactions passed over", () => {
  const { transactions, audit } = clean(twoYears());
  assertEquals([audit.rows_read, audit.first_date, audit.last_date], [
    ...[2, "2024-05-13", "2025-05-13"],
  ]);
  for (const name of ["description", "country"] as const) {
    const [value] = textColumn(transactions, name);
    assertEquals(textColumn(transactions, name), [value, value]);
  }
});

Deno.test("any file: a workbook in a zip archive is read as it is", () => {
  const zipped = zipSync({ "Online Retail.xlsx": twoYears() });
  const ofBoth = [zipped, twoYears()].map((bytes) => clean(bytes).transactions.toRecords());
  assertEquals(ofBoth[0], ofBoth[1]);
});

Deno.test("any file: CSV, Parquet and a workbook under other names are joined", () => {
  const table = pl.DataFrame({
    Order_ID: ["9"],
    Sku: ["B"],
    Qty: [3],
    "Order date": ["2024-06-01"],
    Price: [2],
    Email: ["a@b.c"],
  });
  const paths = [
    file(`${HEADER}\n${LINE}\n`),
    file(new Uint8Array(table.writeParquet() as Buffer)),
    file(twoYears()),
  ];
  const { lines, inputs } = readTransactions(paths);
  const { audit } = cleanTransactions(lines);
  assertEquals(inputs.map(({ rows }) => rows), [1, 1, 2]);
  // The workbook's first line is that of the CSV once more.
  assertEquals(audit.rejected.map(({ reason, rows }) => [reason, rows]), [["exact_duplicate", 1]]);
  assertEquals([audit.rows_kept, audit.customers, audit.revenue_kept], [3, 2, 16.2]);
});

Deno.test("any file: negative quantities, zero and negative prices have their reasons", () => {
  const rows = [
    LINE,
    LINE.replace(",2,", ",-2,"),
    LINE.replace("2.55", "0"),
    LINE.replace("2.55", "-2.55"),
  ];
  const { audit } = clean(`${HEADER}\n${rows.join("\n")}\n`);
  assertEquals(audit.rejected.map(({ reason, rows, revenue }) => [reason, rows, revenue]), [
    ["cancellation", 1, -5.1],
    ["non_positive_price", 2, -5.1],
  ]);
});

Deno.test("any file: 17850.0 in a part of the column stays as it is", () => {
  const { transactions } = clean(`${HEADER}\n${LINE}\n${LINE.replace("17850", "17850.0")}\n`);
  assertEquals(textColumn(transactions, "customer_id"), ["17850", "17850.0"]);
});

Deno.test("any file: hostile texts are kept as they are", () => {
  for (
    const text of ["=cmd|' /C calc'!A0", "@SUM(A1)", "<script>alert(1)</script>", "javascript:x"]
  ) {
    const { transactions } = clean(`${HEADER}\n${LINE.replace("LAMP", `"${text}"`)}\n`);
    assertEquals(textColumn(transactions, "description"), [text]);
  }
});

Deno.test("any file: one customer, one product, everything cancelled", () => {
  assertEquals(clean(`${HEADER}\n${LINE}\n`).audit.customers, 1);
  assertStringIncludes(
    refused(`${HEADER}\n${LINE.replace("1,A", "C1,A").replace(",2,", ",-2,")}\n`),
    "None of the 1 lines is a purchase",
  );
});

Deno.test("any file: a return is netted against its purchase", () => {
  const back = LINE.replace("1,A", "C2,A").replace(",2,", ",-2,").replace("-13", "-14");
  const early = back.replace("C2", "C3").replace("-14", "-01");
  const { transactions, returns, audit } = clean(`${HEADER}\n${LINE}\n${back}\n${early}\n`);
  assertEquals([...numberColumn(transactions, "returned_quantity")], [2]);
  assertEquals([...numberColumn(transactions, "net_revenue")], [0]);
  assertEquals([audit.returns.rows, audit.returns.rows_matched], [2, 1]);
  assertEquals([...numberColumn(returns, "unmatched_revenue")], [-5.1, 0]); // bought before the file
  assertEquals(audit.returns.net_revenue, -5.1);
  assertEquals(audit.net, { shop: -5.1, customers: -5.1, without_customer: 0 });
});

Deno.test("any file: the CDNOW sample without header, product and invoice", {
  ignore: !realDataPath(CDNOW_SAMPLE),
}, () => {
  const { lines } = readTransactions([realDataPath(CDNOW_SAMPLE)!]);
  const { audit } = cleanTransactions(lines);
  assertEquals([audit.rows_read, audit.products], [6_919, 0]);
  assert(audit.customers <= 2_357 && audit.customers > 2_300);
  assertEquals(lines.tables[0].line[0], 1); // the first line is data
});

Deno.test("any file: the CDNOW master file, white space below a header", {
  ignore: !realDataPath(CDNOW_MASTER),
}, () => {
  const { lines } = readTransactions([realDataPath(CDNOW_MASTER)!]);
  const { audit } = cleanTransactions(lines);
  // Fader and Hardie: 23,570 customers and $2,500,315.63; 68 of them bought nothing but free CDs.
  assertEquals([audit.rows_read, audit.revenue_read, audit.customers], [
    69_659,
    2_500_315.63,
    23_502,
  ]);
  assertEquals(lines.tables[0].line[0], 2); // the first line is the header
});
