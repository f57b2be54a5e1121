import { inPieces } from "../../../src/transactions/interpretation/in_pieces.ts";
import { findColumns } from "../../../src/transactions/mapping/find_columns.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { table } from "../reading/rows/tables.ts";
import { assertEquals, assertMatch, assertStrictEquals } from "@std/assert";

/** A table's lines, also where it lacks what is essential. */
function linesOf(...lines: readonly string[]) {
  const texts = table(...lines), found = findColumns(texts.header, "shop.csv");
  return transactionLines(texts, "shop.csv", { found }).tables[0];
}

const textsOf = (column: { codes: Int32Array; values: readonly string[] }) =>
  Array.from(column.codes, (code) => column.values[code]);

Deno.test("inPieces: a table with customers and amounts lacks nothing and stays", () => {
  for (const amount of ["price", "line_total", "order_total"]) {
    const lines = linesOf(`order_id,date,customer_id,${amount}`, "1,2024-05-01,K1,3.50");
    const { table: kept, lacks, notes } = inPieces(lines);
    assertStrictEquals(kept, lines);
    assertEquals([lacks, notes], [[], []]);
  }
});

Deno.test("inPieces: without amounts each piece is worth 1, as many as the table says", () => {
  const lines = linesOf(
    "order_id,date,customer_id,sku,quantity",
    "1,2024-05-01,K1,MUG,3",
    "2,2024-05-02,K2,TEA,1",
  );
  const { table: counted, lacks, notes } = inPieces(lines);
  assertEquals(lacks, ["amount"]);
  assertEquals(notes.map(({ topic }) => topic), ["amounts"]);
  assertMatch(notes[0].sentence, /^shop\.csv has no column of prices .* counts pieces/);
  assertEquals(textsOf(counted.columns.unit_price), ["1", "1"]);
  assertEquals(textsOf(counted.columns.quantity), ["3", "1"]);
  assertEquals(counted.mapping.quantity, "quantity");
  assertEquals(counted.mapping.unit_price, "(1 per piece)");
  assertEquals(lines.mapping.unit_price, undefined);
});

Deno.test("inPieces: with neither customers nor quantities each line is one piece", () => {
  const { table: counted, lacks, notes } = inPieces(
    linesOf("order_id,date,sku", "1,2024-05-01,MUG", "1,2024-05-01,TEA"),
  );
  assertEquals(lacks, ["customer", "amount"]);
  assertEquals(notes.map(({ topic }) => topic), ["customers", "amounts"]);
  assertEquals(textsOf(counted.columns.quantity), ["1", "1"]);
  assertEquals(counted.mapping.quantity, counted.mapping.unit_price);
});
