import fc from "fast-check";
import { readTextTable } from "../../../../src/transactions/reading/text/read_text_table.ts";
import { tableStart } from "../../../../src/transactions/reading/text/table_start.ts";
import { assertEquals } from "@std/assert";
import { textsIn } from "../rows/tables.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const startOf = (text: string) => tableStart(bytesOf(text), "utf-8");

Deno.test("tableStart: Excel's line sep= names the delimiter and is passed over", () => {
  for (const line of ["sep=;", '"sep=;"', "SEP=;\r", "sep=;;;;"]) {
    const { delimiter, start } = startOf(`${line}\nDate;Customer;Amount\n2023-01-05;7;9,99\n`);
    assertEquals([delimiter, start.line], [";", 2]);
  }
  assertEquals(startOf("sep=\t\na\tb\n1\t2\n").delimiter, "\t");
  assertEquals(startOf("sep=^\nDate^Customer\n1^2\n").delimiter, "^");
});

Deno.test("tableStart: titles above the header do not decide on the delimiter", () => {
  const text =
    "Sales, January - March\n\nDate;Customer;Amount\n2023-01-05;7;9,99\n2023-01-06;8;1,50\n";
  const { delimiter, start, titles } = startOf(text);
  assertEquals([delimiter, start.line, titles], [";", 3, ["Sales, January - March"]]);
});

Deno.test("tableStart: random titles above and below a sep line are passed over", () => {
  const title = fc.string().map((text) => text.replace(/["\r\n]/g, "").trim());
  const delimiter = fc.constantFrom(",", ";", "\t", "|");
  fc.assert(
    fc.property(
      fc.array(title, { maxLength: 6 }),
      delimiter,
      fc.boolean(),
      (titles, mark, isSaid) => {
        const rows = ["Date,Customer,Quantity,Price", "2023-01-05,7,2,9.99", "2023-01-06,8,1,1.50"]
          .map((row) => row.replaceAll(",", mark));
        const text = [...(isSaid ? [`sep=${mark}`] : []), ...titles, ...rows].join("\n");
        const { table, lines } = readTextTable(bytesOf(text), "shop.csv");
        assertEquals(textsIn(table, "Price"), ["9.99", "1.50"]);
        const first = titles.length + Number(isSaid) + 2;
        assertEquals([...lines], [first, first + 1]);
      },
    ),
    { seed: 16, numRuns: 500 },
  );
});
