import type { Buffer } from "node:buffer";
import pl from "nodejs-polars";
import { assertEquals, assertMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { cleanTransactions } from "../../../../src/transactions/cleaning/clean_transactions.ts";
import { numberColumn, textColumn } from "../../../../src/frames/columns.ts";
import { InputError } from "../../../../src/frames/errors.ts";
import { inspectFile } from "../../../../src/transactions/inspection/inspect_file.ts";
import { readTransactions } from "../../../../src/transactions/reading/read_transactions.ts";

const fixture = (name: string) => `tests/fixtures/parquet_${name}.parquet`;

function clean(name: string, columns = {}) {
  return cleanTransactions(readTransactions([fixture(name)], { columns }).lines);
}

function refused(name: string, columns: Record<string, string>): string {
  return assertThrows(() => clean(name, columns), InputError).message;
}

Deno.test("readParquet: decimals, dictionaries, zones and small numbers are read to the last digit", () => {
  const { transactions, audit } = clean("types");
  assertEquals(textColumn(transactions, "invoice_id"), ["1", "2", "3"]);
  assertEquals(textColumn(transactions, "product_id"), ["7", "8", "7"]);
  assertEquals([...numberColumn(transactions, "unit_price")], [1.5, 0.1, 12345.05]);
  assertEquals([audit.first_date, audit.last_date], ["2024-05-01", "2024-05-03"]);
  const { lines } = readTransactions([fixture("types")]);
  const { codes, values } = lines.tables[0].columns.unit_price;
  assertEquals(Array.from(codes, (code) => values[code]), ["1.50", "0.10", "12345.05"]);
});

Deno.test("readParquet: Int96 is a date", () => {
  const { columns } = readTransactions([fixture("int96")]).lines.tables[0];
  assertMatch(columns.invoice_date.values[0], /^2024-05-01 08:26:00/);
  assertEquals(clean("int96").audit.rows_kept, 3);
});

Deno.test("readParquet: columns without text are shown, and refused by name and kind where used", () => {
  const told = inspectFile(fixture("types"));
  assertStringIncludes(
    told,
    "not used: List (lists), Map (maps), Struct (structs), Duration (durations), Binary (bytes), " +
      "Text in bytes, Half, Null\n",
  );
  const kinds = { List: "lists", Map: "maps", Struct: "structs", Duration: "durations" };
  for (const [name, kind] of Object.entries({ ...kinds, Binary: "bytes" })) {
    assertStringIncludes(
      refused("types", { customer_id: name }),
      `the column "${name}" holds ${kind}, so it cannot be customer_id`,
    );
  }
  assertStringIncludes(
    inspectFile(fixture("types"), { columns: { customer_id: "List" } }),
    'the column "List" holds lists',
  );
});

Deno.test("readParquet: bytes that are text, and numbers of 16 bits, are read", () => {
  const { transactions } = clean("types", { customer_id: "Text in bytes", quantity: "Half" });
  assertEquals(textColumn(transactions, "customer_id"), ["a", "é"]);
  assertEquals([...numberColumn(transactions, "quantity")], [1, 2.5]);
});

Deno.test("readParquet: types that Polars lacks do not keep the other columns from being read", () => {
  assertEquals(clean("unknown_types").audit.rows_kept, 3);
  assertStringIncludes(
    inspectFile(fixture("unknown_types")),
    "not used: UUID (values of unknown type), Wide (values of unknown type)",
  );
  assertStringIncludes(refused("unknown_types", { country: "Wide" }), '"Wide" holds values of');
});

Deno.test('readParquet: columns named "*", "^.*$" and "" are columns like others', () => {
  assertStringIncludes(inspectFile(fixture("names")), "not used: *, ^.*$, , text\n");
  for (const [name, first] of [["*", "x"], ["^.*$", "p"], ["", "k"], ["text", "1"]]) {
    const { transactions } = clean("names", { customer_id: name });
    assertEquals(textColumn(transactions, "customer_id")[0], first, name);
  }
});

Deno.test("readParquet: columns of unequal height are refused with both heights", () => {
  assertMatch(refused("unequal", {}), /its column "Invoice" has 2 rows where others have 3/);
});

Deno.test("readParquet: no rows", () => {
  const path = Deno.makeTempFileSync();
  const empty = pl.DataFrame({ id: ["a"] }).slice(0, 0).writeParquet() as Buffer;
  Deno.writeFileSync(path, new Uint8Array(empty));
  const { message } = assertThrows(() => readTransactions([path]), InputError);
  assertStringIncludes(message, "has columns but no rows");
});
