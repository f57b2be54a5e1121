import { gzipSync } from "node:zlib";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { inspectFile } from "../../../src/transactions/inspection/inspect_file.ts";
import { textRows, workbookBytes, workbookOfSheets } from "../reading/workbook_bytes.ts";

const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
const LINE = "1,A,LAMP,2,13/12/2010 8:26,2.55,17850,United Kingdom";

function file(content: string | Uint8Array): string {
  const path = Deno.makeTempFileSync();
  Deno.writeFileSync(
    path,
    typeof content === "string" ? new TextEncoder().encode(content) : content,
  );
  return path;
}

function lineWith(told: string, words: string): string {
  const lines = told.split("\n").filter((line) => line.includes(words));
  assertEquals(lines.length, 1, `"${words}" in\n${told}`);
  return lines[0];
}

Deno.test("inspectFile: encoding, delimiter, mapping, types, ranges, missing shares, first rows", () => {
  const second = LINE.replace("LAMP", "CRÈME").replace("17850", "").replace(",2,", ",many,");
  const text = `${HEADER},Note\n${LINE},\n${second},x\n`.replaceAll(",", ";");
  const units = Uint16Array.from(`\ufeff${text}`, (character) => character.charCodeAt(0));
  const path = file(Uint8Array.from(gzipSync(new Uint8Array(units.buffer))));
  const told = inspectFile(path, { skipUnreadable: true });
  assertStringIncludes(told, `${path}: text, utf-16le, delimiter ";"\n`);
  assertStringIncludes(told, "2 rows × 9 columns\n");
  assertStringIncludes(told, 'invoice_id    ← InvoiceNo (text), layout "UCI Online Retail"\n');
  assertStringIncludes(
    told,
    "quantity      ← Quantity (number, 2 to 2, 50.0 % unreadable), layout",
  );
  assertStringIncludes(
    told,
    "invoice_date  ← InvoiceDate (date, day-first, 13 Dec 2010 to 13 Dec 2010), layout",
  );
  assertStringIncludes(told, "customer_id   ← CustomerID (text, 50.0 % missing), layout");
  assertStringIncludes(told, "not used: Note\n");
  assertStringIncludes(lineWith(told, "CRÈME"), "13/12/2010 8:26  2.55");
  assertEquals(
    told.split("\n").at(-1),
    `Next: npx -y deno@2.9.6 task start --input ${path} --skip-unreadable`,
  );
  const asked = inspectFile(path);
  assertStringIncludes(
    asked,
    'no number can be read on 1 of 2 lines with a value in the column "Quantity"',
  );
  assertStringIncludes(asked, "quantity      ← Quantity (number, 2 to 2, 50.0 % unreadable)");
});

Deno.test("inspectFile: what the file leaves open is asked, and the answers go into the command", () => {
  const path = file(`${HEADER}\n${LINE.replace("13/12", "1/12")}\n`);
  const asked = inspectFile(path);
  assertStringIncludes(asked, "say --date-order day-first or month-first");
  assertStringIncludes(asked, "\nNext, with what is asked for above: npx");
  const told = inspectFile(path, {
    dateOrder: "day-first",
    columns: { customer_id: "Country" },
    without: ["exact_duplicate"],
  });
  assertStringIncludes(told, "(date, day-first, 1 Dec 2010 to 1 Dec 2010)");
  assertEquals(
    told.split("\n").at(-1),
    `Next: npx -y deno@2.9.6 task start --input ${path} --map customer_id=Country ` +
      `--date-order day-first --without exact_duplicate`,
  );
});

Deno.test("inspectFile: every rule is told, which can be switched off and which is", () => {
  const told = inspectFile(file(`${HEADER}\n${LINE}\n`), { without: ["out_of_range"] });
  assertStringIncludes(told, "\n  zero_quantity        A quantity of zero.");
  assertStringIncludes(told, "\n* exact_duplicate      An exact copy");
  assertStringIncludes(told, "\n* out_of_range         (switched off) ");
});

Deno.test("inspectFile: sheets that are skipped are named with the reason", () => {
  const two = new URL("../../fixtures/excel_two_years.xlsx", import.meta.url).pathname;
  const told = inspectFile(two);
  assertStringIncludes(told, 'sheet "Empty" is skipped: it is empty');
  assertStringIncludes(told, 'sheet "Notes" is skipped: it holds notes, no table');
});

Deno.test("inspectFile: a sheet without the essential columns is skipped beside one that has them", () => {
  const names = HEADER.split(","), values = LINE.split(",");
  const bytes = workbookOfSheets({
    Orders: textRows(names, values),
    Prices: textRows(["Shelf", "Price"], ["A", "2.55"]),
  });
  const told = inspectFile(file(bytes));
  assertStringIncludes(
    lineWith(told, "skipped: "),
    '(Prices) has no column for the customer ("customer_id") and the date ("invoice_date")',
  );
  assertStringIncludes(told, "\nNext: npx");
  const alone = inspectFile(file(workbookBytes(textRows(["StockCode", "Price"], ["A", "2.55"]))));
  assert(!alone.includes("skipped"), alone);
  assertStringIncludes(alone, "name the column with --map customer_id=");
  assertStringIncludes(alone, "\nNext, with what is asked for above: npx");
});

Deno.test("inspectFile: control codes of a file do not reach the terminal", () => {
  const told = inspectFile(
    file(`${HEADER},\x1b[31mred\n${LINE.replace("LAMP", "\x1b]0;x\x07")},y\n`),
  );
  // deno-lint-ignore no-control-regex
  assert(!/[\x00-\x09\x0b-\x1f\x7f]/.test(told), JSON.stringify(told));
});

Deno.test("inspectFile: asks for unknown states, and repeats the answers in the next command", () => {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  const header = "Invoice,SKU,Qty,Date,Price,Email,Order status,Currency";
  const lines = ["1,A,2,2024-05-01,5,a@b.c,paid,EUR", "2,A,2,2024-05-01,5,a@b.c,Odd one,USD"];
  Deno.writeTextFileSync(path, [header, ...lines].join("\n"));
  assertStringIncludes(inspectFile(path), '--status "Odd one=sale"');
  const statuses = { "Odd one": "none" } as const;
  assertStringIncludes(inspectFile(path, { statuses }), "keep one with --currency EUR");
  assertStringIncludes(
    inspectFile(path, { statuses, currency: "EUR", discounts: "included" }),
    " --currency EUR --status 'Odd one=none' --discounts included",
  );
});

Deno.test("inspectFile: what no name tells is proposed by content, and the command runs as it is", () => {
  const days = ["13.01.2024", "14.01.2024", "15.02.2024", "16.02.2024"];
  const rows = days.flatMap((day, i) => [
    `${i % 2 ? "m1" : "m2"};${day};Blue mug;2;12,50;25,00`,
    `${i % 2 ? "m1" : "m2"};${day};Green tea;1;8,90;8,90`,
  ]);
  const path = file(
    `Zeile;Wer;Wann;Was;Wieviel;Je;Zusammen\n${rows.map((row, i) => `${i};${row}`).join("\n")}\n`,
  );
  const told = inspectFile(path);
  assertStringIncludes(told, "invoice_date  ? Wann, proposed by content: its texts read as dates");
  assertStringIncludes(told, "customer_id   ? Wer, proposed by content: 2 of its 2 ids come back");
  assertStringIncludes(told, '"Wieviel" × "Je" equals "Zusammen" on every line');
  const last = told.split("\n").at(-1)!;
  assertStringIncludes(last, "Next, if the proposals are right: npx");
  const columns = Object.fromEntries(
    [...last.matchAll(/--map (\w+)=(\w+)/g)].map(([, column, name]) => [column, name]),
  );
  assertEquals(columns.line_total, "Zusammen");
  assertStringIncludes(inspectFile(path, { columns }), "\nNext: npx");
});

Deno.test("inspectFile: the mapping is shown with its evidence, also where something is missing", () => {
  const told = inspectFile(file("order,sku,quantity,price,total\n1,A,2,1.50,3.00\n"));
  assertStringIncludes(told, "line_total    ← total, by its name");
  assertStringIncludes(told, 'has no column for the customer ("customer_id") and the date');
  const whole = inspectFile(
    file("order,date,email,quantity,price,total\n1,2024-01-05,a@b.c,2,1.50,3.00\n"),
  );
  assertStringIncludes(whole, 'by its name; "quantity" × "price" equals it on 100 % of lines');
});

Deno.test("inspectFile: ids that a spreadsheet has cut are asked about, and kept by the next command", () => {
  const path = file(`${HEADER}\n${LINE.replace("17850", "8.8E+11")}\n`);
  assertStringIncludes(inspectFile(path), "--keep-damaged-ids");
  assertEquals(
    inspectFile(path, { keepDamagedIds: true }).split("\n").at(-1),
    `Next: npx -y deno@2.9.6 task start --input ${path} --keep-damaged-ids`,
  );
});
