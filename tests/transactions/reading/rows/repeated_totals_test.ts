import { InputError } from "../../../../src/frames/errors.ts";
import { mapColumns } from "../../map_columns.ts";
import type { SourceTable } from "../../../../src/transactions/reading/source_table.ts";
import { refuseRepeatedTotals } from "../../../../src/transactions/reading/rows/repeated_totals.ts";
import { assertThrows } from "@std/assert";
import { sourceTable } from "./tables.ts";

const mapped = (...tables: SourceTable[]) =>
  tables.map((table) => ({ table, mapping: mapColumns(table.table.header, table.source) }));
const sheet = (name: string, ...lines: string[]) => ({
  ...sourceTable(`a.xlsx (${name})`, ...lines),
  sheet: name,
});
const HEADER = "Date,Customer,Quantity,Price";
const ONE = sheet("One", HEADER, "d1,A,2,5.25", "d2,B,1,12.5", "d3,A,3,12.5");
const TWO = sheet("Two", HEADER, "d4,A,1,5", "d5,C,1,7");
const SUMMARY = sheet("Sum", "Customer,Date,Total", "A,d9,48", "B,d9,12.5");

Deno.test("refuseRepeatedTotals: a summary of another table, or of all others, is asked about", () => {
  assertThrows(
    () => refuseRepeatedTotals(mapped(ONE, SUMMARY)),
    InputError,
    "a.xlsx (Sum) seems to sum up a.xlsx (One) (60.50 in 2 rows, 60.50 in 3), so its money would count " +
      'twice: name the sheets to take, for example --sheet "One".',
  );
  const all = sheet("All", "Customer,Date,Total", "A,d9,53", "B,d9,12.5", "C,d9,7");
  assertThrows(
    () => refuseRepeatedTotals(mapped(ONE, TWO, all)),
    InputError,
    '--sheet "One" --sheet "Two"',
  );
});

Deno.test("refuseRepeatedTotals: totals per customer are enough", () => {
  const some = sheet("Some", "Customer,Date,Total", "A,d9,48", "B,d9,12.5");
  const more = sheet("More", HEADER, "d1,A,2,5.25", "d2,B,1,12.5", "d3,A,3,12.5", "d4,Z,1,1");
  assertThrows(() => refuseRepeatedTotals(mapped(more, some)), InputError, "seems to sum up");
});

Deno.test("refuseRepeatedTotals: parts of one table, other totals and named sheets pass", () => {
  refuseRepeatedTotals(mapped(ONE, TWO));
  const [first, second] = ["Invoice,Date,Customer,Total", "Date,Customer,Total,Invoice"];
  refuseRepeatedTotals(mapped(sheet("a", first, "1,d1,A,5"), sheet("b", second, "d2,A,5,2")));
  refuseRepeatedTotals(mapped(ONE, sheet("Other", "Customer,Date,Total", "A,d9,40", "B,d9,12")));
  refuseRepeatedTotals(mapped(ONE, SUMMARY), ["One", "Sum"]);
});
