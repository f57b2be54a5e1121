import { assertEquals, assertThrows } from "@std/assert";
import { cleanTransactions } from "../../src/transactions/cleaning/clean_transactions.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";

const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
const LINE = "1,A,LAMP,2,2024-05-13 8:26,2.55,17850,UK";

function clean(contents: string[], options = {}) {
  const paths = contents.map((content) => {
    const path = Deno.makeTempFileSync();
    Deno.writeTextFileSync(path, content);
    return path;
  });
  return cleanTransactions(readTransactions(paths, options).lines, options).audit;
}
const table = (line: string) => `${HEADER}\n${line}\n`;

Deno.test("several files: each decides by itself on decimal marks", () => {
  const comma = table(LINE.replace("1,A", "2,A")).replaceAll(",", ";").replace("2.55", "2,55");
  assertEquals(clean([table(LINE), comma]).revenue_kept, 10.2);
});
Deno.test("several files: serial days in one, ISO in the other", () => {
  const serial = table(LINE.replace("1,A", "2,A").replace("2024-05-13 8:26", "45425.35"));
  assertEquals(clean([table(LINE), serial]).rows_kept, 2);
});
Deno.test("several files: day-first in one, month-first in the other", () => {
  const files = ["13/5/2024", "5/13/2024"].map((d, i) =>
    table(LINE.replace("1,A", `${i},A`).replace("2024-05-13 8:26", d))
  );
  const { rows_kept, first_date, last_date } = clean(files);
  assertEquals([rows_kept, first_date, last_date], [2, "2024-05-13", "2024-05-13"]);
});
Deno.test("several files: what one proves is no proof for the other", () => {
  const ambiguous = table(LINE.replace("1,A", "2,A").replace("2024-05-13 8:26", "5/6/2024"));
  const proven = table(LINE.replace("2024-05-13 8:26", "13/5/2024"));
  assertThrows(() => clean([proven, ambiguous]), Error, "--date-order");
});
Deno.test("several files: zones in one only", () => {
  const zoned = table(LINE.replace("1,A", "2,A").replace(" 8:26", "T08:26:00-04:00"));
  assertEquals(clean([table(LINE), zoned]).rows_kept, 2);
});
Deno.test("several files: 17850.0 throughout one is the 17850 of the other", () => {
  const float = table(LINE.replace("1,A", "2,A").replace("17850", "17850.0"));
  assertEquals(clean([table(LINE), float]).customers, 1);
});
Deno.test("several files: one without invoices and products keeps its lines", () => {
  const audit = clean([table(LINE), "Customer ID,Order Date,Sales\n7,2024-05-13,10.10\n"]);
  assertEquals([audit.rows_kept, audit.rejected], [2, []]);
});
Deno.test("several files: --map names a column that only one has", () => {
  const columns = { customer_id: "Who" };
  const other = "Who,Date,Sales\n7,2024-05-13,10.10\n";
  assertEquals(clean([table(LINE), other], { columns }).customers, 2);
});
