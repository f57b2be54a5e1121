import type { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { InputError } from "../../../src/frames/errors.ts";
import { readTransactions } from "../../../src/transactions/reading/read_transactions.ts";
import { linesFrame } from "../../../src/transactions/mapping/transaction_lines.ts";
import { textColumn } from "../../../src/frames/columns.ts";

const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
const LINE = "1,A,LAMP,2,12/13/2010 8:26,2.55,17850,United Kingdom";

function file(content: string | Uint8Array): string {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  if (typeof content === "string") Deno.writeTextFileSync(path, content);
  else Deno.writeFileSync(path, content);
  return path;
}

function read(content: string | Uint8Array): DataFrame {
  return linesFrame(readTransactions([file(content)]).lines);
}

function refused(content: string | Uint8Array): string {
  return assertThrows(() => readTransactions([file(content)]), InputError).message;
}

Deno.test("readTransactions: Latin-1, byte order mark and quoted newlines are read", () => {
  const latin = Uint8Array.from(
    `${HEADER}\r\n${LINE.replace("LAMP", "\u00a3 LAMP")}\r\n`,
    (c) => c.charCodeAt(0),
  );
  assertEquals(textColumn(read(latin), "description"), ["£ LAMP"]);
  const marked = `\ufeff${HEADER}\n${LINE.replace("LAMP", '"TWO\nLINES, ""Q"""')}\n${LINE}\n`;
  const lines = read(marked);
  assertEquals(textColumn(lines, "description"), ['TWO\nLINES, "Q"', "LAMP"]);
  assertEquals(lines.getColumn("line").toArray() as unknown, [2, 4]);
});

Deno.test("readTransactions: columns are found by name in any order", () => {
  const lines = read(
    "Customer ID,Price,Quantity,Invoice,InvoiceDate,StockCode\n7,2.5,3,1,2024-05-01,A\n",
  );
  assertEquals(lines.row(0).slice(2), ["1", "A", "", "3", "2024-05-01", "2.5", "7", ""]);
});

Deno.test("readTransactions: blank lines are no lines", () => {
  const lines = read(`${HEADER}\n\n${LINE}\n\n`);
  assertEquals(lines.getColumn("line").toArray() as unknown, [3]);
});

Deno.test("readTransactions: several files are joined in their order", () => {
  const { lines, inputs } = readTransactions([
    file(`${HEADER}\n${LINE}\n`),
    file(`${HEADER}\n${LINE.replace("LAMP", "CUP")}\n`),
  ]);
  assertEquals([lines.height, inputs.length], [2, 2]);
});

Deno.test("readTransactions: a file that is named twice, or copied, is not counted twice", () => {
  const path = file(`${HEADER}\n${LINE}\n`), copy = file(`${HEADER}\n${LINE}\n`);
  const refused = (second: string) =>
    assertThrows(() => readTransactions([path, second]), InputError).message;
  assertStringIncludes(refused(path), "is named twice");
  assertStringIncludes(refused(copy), `${copy} and ${path} are the same file`);
});

Deno.test("readTransactions: Parquet gives the same lines as CSV", () => {
  const csv = read(`${HEADER}\n${LINE}\n`);
  const table = pl.DataFrame({
    InvoiceNo: ["1"],
    StockCode: ["A"],
    Description: ["LAMP"],
    Quantity: [2],
    InvoiceDate: ["12/13/2010 8:26"],
    UnitPrice: [2.55],
    CustomerID: ["17850"],
    Country: ["United Kingdom"],
  }).withColumns(pl.col("Quantity").cast(pl.Int64));
  const parquet = read(new Uint8Array(table.writeParquet() as Buffer));
  assertEquals(parquet.row(0).slice(2), csv.row(0).slice(2));
});

Deno.test("readTransactions: a missing file, a folder and an empty file are one sentence each", () => {
  assertStringIncludes(
    assertThrows(() => readTransactions(["/nowhere/shop.csv"]), InputError).message,
    "There is no file /nowhere/shop.csv",
  );
  const folder = Deno.makeTempDirSync();
  assertStringIncludes(
    assertThrows(() => readTransactions([folder]), InputError).message,
    "is a folder",
  );
  assertStringIncludes(refused(""), "is empty");
  assertStringIncludes(refused("\n \n"), "is empty");
  assertStringIncludes(refused(`${HEADER}\n`), "no lines below it");
});

Deno.test("readTransactions: what is no table is refused", () => {
  assertStringIncludes(refused("hello world\nfoo\n"), "not a delimited table");
  assertStringIncludes(refused(Uint8Array.of(65, 44, 66, 10, 0, 7, 1)), "not a text table");
});

Deno.test("readTransactions: all missing columns are named at once, with what was found", () => {
  const message = refused("InvoiceNo,Foo,Bar\n1,2,3\n");
  for (
    const name of ["quantity", "invoice_date", "unit_price", "line_total", "customer_id", "Foo"]
  ) {
    assertStringIncludes(message, `"${name}"`);
  }
});

Deno.test("readTransactions: repeated columns and open quotes are refused", () => {
  assertStringIncludes(refused(`${HEADER},Country\n${LINE},x\n`), '"Country" more than once');
  assertStringIncludes(refused(`${HEADER}\n${LINE.replace("LAMP", '"LAMP')}\n`), "line 2: a quote");
});

Deno.test("readTransactions: a line that does not fit the header is put aside with its text", () => {
  const { lines, inputs } = readTransactions([
    file(`${HEADER}\n${LINE}\n${LINE},extra\n2,B\n${LINE}\n${LINE}\n3,C,CUP`),
  ]);
  assertEquals(inputs[0].rows, 6);
  assertEquals(
    linesFrame(lines).filter(pl.col("record").neq(pl.lit(""))).select("line", "record").rows(),
    [[3, `${LINE},extra`], [4, "2,B"], [7, "3,C,CUP"]],
  );
});
