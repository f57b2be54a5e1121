import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fixture from "../../../fixtures/excel_pandas.json" with { type: "json" };
import { isWorkbook } from "../../../../src/transactions/reading/excel/foreign_file.ts";
import type { ExcelLimits } from "../../../../src/transactions/reading/excel/limits.ts";
import type { TextTable } from "../../../../src/transactions/reading/text_table.ts";
import { InputError } from "../../../../src/frames/errors.ts";
import { readExcelTables } from "../../../../src/transactions/reading/excel/read_excel.ts";
import { textRows, workbookBytes, workbookParts, zipBytes } from "../workbook_bytes.ts";
import { slowTest } from "../../../slow.ts";

const ROWS = textRows(["id", "name"], ["1", "lamp"]);
const SHEET = "xl/worksheets/sheet1.xml";

function fixtureFile(name: string): Uint8Array<ArrayBuffer> {
  return Deno.readFileSync(new URL(`../../../fixtures/excel_${name}.xlsx`, import.meta.url));
}

function rowsOf({ header, height, column }: TextTable): string[][] {
  const columns = header.map(column);
  return Array.from(
    { length: height },
    (_, row) => columns.map(({ codes, values }) => values[codes[row]]),
  );
}

/** Rows of the one table. */
function read(bytes: Uint8Array): string[][] {
  const { tables } = readExcelTables(bytes, "shop.xlsx");
  assertEquals(tables.length, 1);
  return rowsOf(tables[0].table);
}

function refused(bytes: Uint8Array, limits?: Partial<ExcelLimits>): string {
  return assertThrows(() => readExcelTables(bytes, "shop.xlsx", limits), InputError).message;
}

for (const name of ["two_years", "types", "dates_1900", "dates_1904"] as const) {
  Deno.test(`readExcelTables: parity with openpyxl 3.1.5 and pandas 3.1.1 on ${name}`, () => {
    const { tables } = readExcelTables(fixtureFile(name), name);
    const sheets = fixture[name].filter(({ pandas_columns }) => pandas_columns.length > 1);
    assertEquals(tables.map(({ sheet }) => sheet), sheets.map(({ sheet }) => sheet));
    for (const [i, { table, lines }] of tables.entries()) {
      const { pandas_rows, pandas_columns, rows } = sheets[i];
      // pandas calls a column "Unnamed: 6" where there is no header, even an empty column.
      const kept = pandas_columns.map((_, j) => rows.some((row) => row[j] !== null));
      assertEquals(
        table.header.map((column) => column === "(column G)" ? "Unnamed: 6" : column),
        pandas_columns.filter((_, j) => kept[j]),
      );
      assertEquals(table.height, pandas_rows);
      assertEquals([...lines], sheets[i].lines);
      assertEquals(
        rowsOf(table),
        rows.map((row) => row.filter((_, j) => kept[j]).map((value) => value ?? "")),
      );
    }
  });
}

Deno.test("readExcelTables: sheets without a table are named with the reason", () => {
  assertEquals(readExcelTables(fixtureFile("two_years"), "a").skipped, [
    { sheet: "Empty", reason: "it is empty" },
    { sheet: "Notes", reason: "it holds notes, no table" },
  ]);
  assertEquals(readExcelTables(fixtureFile("types"), "a").skipped, [
    { sheet: "Chart", reason: "it is a chart" },
  ]);
  assertEquals(
    refused(workbookBytes(textRows(["id", "name"]))),
    "shop.xlsx has no sheet with a header and rows below it " +
      '("Orders": it has a header but no rows).',
  );
});

Deno.test("readExcelTables: a title above the header is passed over, row numbers are the sheet's", () => {
  const rows = textRows(["Orders of 2011"], [], ["id", "name"], [], ["1", null], ["2", "lamp"]);
  const [{ table, lines }] = readExcelTables(workbookBytes(rows), "a").tables;
  assertEquals(rowsOf(table), [["1", ""], ["2", "lamp"]]);
  assertEquals(lines, Int32Array.of(5, 6));
});

Deno.test("readExcelTables: a column that begins late is empty above", () => {
  const filler = '<row><c r="A1"><v>1</v></c></row>';
  const rows = textRows(["id", "name"]) + filler.repeat(40_000) +
    '<row r="50000"><c r="D50000"><v>7</v></c></row>';
  const [{ table, lines }] = readExcelTables(workbookBytes(rows), "a").tables;
  assertEquals(table.header, ["id", "name", "(column D)"]);
  assertEquals(table.height, 40_001);
  const rowsRead = rowsOf(table);
  assertEquals([rowsRead[0], rowsRead[40_000]], [["1", "", ""], ["", "", "7"]]);
  assertEquals([lines[0], lines[40_000]], [2, 50_000]);
});

Deno.test("readExcelTables: of repeated headers the first is the column, see refuseTwins", () => {
  const bytes = workbookBytes(textRows(["id", "price", "price "], ["1", "2", "3"]));
  const [{ table }] = readExcelTables(bytes, "shop.xlsx").tables;
  assertEquals(table.header, ["id", "price", "price"]);
  assertEquals(table.column("price").values, ["", "2"]);
});

Deno.test("readExcelTables: columns without a header are named by their letters", () => {
  const rows = textRows(["id", " ", "name"], ["1", "x", "lamp", "y"]);
  const [{ table }] = readExcelTables(workbookBytes(rows), "a").tables;
  assertEquals(table.header, ["id", "(column B)", "name", "(column D)"]);
});

Deno.test("readExcelTables: numbers are the shortest decimals, what is none stays", () => {
  const stored = ["17850.0", "2.5499999999999998", "0.30000000000000004", "1E21", "-1.5e-7", "-0"];
  const values = [...stored, "1e400", "123456789012345678"].map((v) => `<c><v>${v}</v></c>`);
  const names = values.map((_, i) => `n${i}`);
  assertEquals(read(workbookBytes(`${textRows(names)}<row>${values.join("")}</row>`)), [[
    ...["17850", "2.55", "0.30000000000000004", "1000000000000000000000", "-0.00000015", "0"],
    ...["1e400", "123456789012345680"],
  ]]);
});

Deno.test("readExcelTables: a date style on what is no date leaves the number", () => {
  const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
  const cells = ["-1", "2958465", "2958466"].map((v) => `<c s="0"><v>${v}</v></c>`).join("");
  const bytes = workbookBytes(
    `${textRows(["a", "b", "c", "d"])}<row>${cells}
    <c t="d"><v>2011-12-09T12:50:00.6</v></c></row>`,
    { "xl/styles.xml": styles },
  );
  assertEquals(read(bytes), [["-1", "9999-12-31 00:00:00", "2958466", "2011-12-09 12:50:01"]]);
});

Deno.test("readExcelTables: prefixes, CDATA, runs, phonetics and escapes are understood", () => {
  const texts =
    `<x:sst xmlns:x="urn:x"><x:si><x:t>東京</x:t><x:rPh sb="0" eb="2"><x:t>トウキョウ</x:t>
    </x:rPh></x:si><x:si><x:r><x:t>a </x:t></x:r><x:r><x:t>b_x000D_</x:t></x:r></x:si></x:sst>`;
  const sheet = `<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="str"><x:v>id</x:v></x:c>
    <x:c t="str"><x:v><![CDATA[<name>]]></x:v></x:c></x:row><x:row><x:c t="s"><x:v>0</x:v></x:c>
    <x:c t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const bytes = workbookBytes("", { "xl/sharedStrings.xml": texts, [SHEET]: sheet });
  const [{ table }] = readExcelTables(bytes, "a").tables;
  assertEquals(table.header, ["id", "<name>"]);
  assertEquals(rowsOf(table), [["東京", "a b\r"]]);
});

Deno.test("readExcelTables: formulas are text, never computed; markup stays text", () => {
  const rows = `${textRows(["a", "b"])}<row><c><f>1+1</f></c><c t="str"><f>HYPERLINK("x")</f>
    <v>=cmd|'/c calc'!A1</v></c></row>${textRows(["&lt;script&gt;", "javascript:x"])}`;
  assertEquals(read(workbookBytes(rows)), [
    ["", "=cmd|'/c calc'!A1"],
    ["<script>", "javascript:x"],
  ]);
});

Deno.test("readExcelTables: other files say what they are", () => {
  const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600));
  assertStringIncludes(refused(ole), "is an old Excel workbook (.xls): save it as .xlsx or CSV");
  new TextEncoder().encode("EncryptedPackage").forEach((byte, i) => ole[512 + 2 * i] = byte);
  assertStringIncludes(refused(ole), "is protected by a password");
  const words: [Record<string, string>, string][] = [
    [{ "orders.csv": "id,name", "a/": "" }, "is a zip archive (orders.csv), not an Excel workbook"],
    [{ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }, "is an OpenDocument file"],
    [{ ...workbookParts(""), "_rels/.rels": "<a/>", "xl/workbook.bin": "" }, "(.xlsb)"],
    [{ "word/document.xml": "<document/>" }, "is a Word document"],
  ];
  for (const [files, word] of words) assertStringIncludes(refused(zipBytes(files)), word);
  assertStringIncludes(
    refused(new TextEncoder().encode("id,name")),
    "is not an Excel workbook (.xlsx)",
  );
  assertEquals(refused(new Uint8Array()), "shop.xlsx is empty.");
  assertEquals(isWorkbook(ole), true);
  assertEquals(isWorkbook(fixtureFile("types").subarray(0, 100)), true);
  assertEquals(isWorkbook(zipBytes({ "orders.csv": "id,name" })), false);
});

Deno.test("readExcelTables: a file cut off anywhere is refused in a sentence", () => {
  const whole = fixtureFile("two_years");
  for (let length = 0; length < whole.length; length += 97) {
    assertStringIncludes(refused(whole.subarray(0, length)), "shop.xlsx is");
  }
});

slowTest("readExcelTables: a changed byte anywhere is refused, or in no part that is read", () => {
  const whole = workbookBytes(ROWS);
  const before = read(whole);
  for (let at = 0; at < whole.length; at++) {
    const bytes = whole.slice();
    bytes[at] ^= 0x15;
    let after: (string | null)[][] | undefined;
    try {
      after = read(bytes);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
    if (after) assertEquals(after, before);
  }
});

/** Changes a number in the directory's entry of a part, and in its local header. */
function lie(bytes: Uint8Array<ArrayBuffer>, part: string, change: (entry: DataView) => void) {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + part.length));
    if (name === part) change(new DataView(bytes.buffer, at));
  }
  return bytes;
}

Deno.test("readExcelTables: a bomb is refused on the declared size before anything is unpacked", () => {
  const bomb = lie(workbookBytes(ROWS), SHEET, (entry) => entry.setUint32(24, 2 ** 31, true));
  assertStringIncludes(refused(bomb), "unpacks to more than 1,073,741,824 bytes");
  const sizes = Object.values(workbookParts(ROWS)).reduce((sum, part) => sum + part.length, 0);
  assertStringIncludes(refused(workbookBytes(ROWS), { unpacked: sizes - 1 }), "unpacks to more");
});

Deno.test("readExcelTables: zip64 archives hold the same", () => {
  const [plain, zip64] = ["two_years", "zip64"].map((name) =>
    readExcelTables(fixtureFile(name), name).tables.map(({ table }) => rowsOf(table))
  );
  assertEquals(zip64, plain);
});

slowTest("readExcelTables: a bomb with lying sizes is refused while it is unpacked", () => {
  const spaces = " ".repeat(64 * 2 ** 20); // 64 MiB in 64 KiB
  const bomb = workbookBytes(ROWS + spaces);
  assertEquals(bomb.length < 100_000, true);
  lie(bomb, SHEET, (entry) => entry.setUint32(24, 1000, true));
  assertEquals(
    refused(bomb),
    `shop.xlsx is refused: its part ${SHEET} unpacks to more than the 1,000 bytes that it declares.`,
  );
  const zero = lie(workbookBytes(ROWS), SHEET, (entry) => entry.setUint32(24, 0, true));
  assertStringIncludes(refused(zero), "more than the 0 bytes");
});

Deno.test("readExcelTables: sheets that share one part do not add up beyond the limit", () => {
  const sheets = Array.from({ length: 5 }, (_, i) => `<sheet name="S${i}" r:id="r0"/>`).join("");
  const workbook = `<workbook xmlns:r="urn:r"><sheets>${sheets}</sheets></workbook>`;
  const bytes = workbookBytes(ROWS + " ".repeat(1000), { "xl/workbook.xml": workbook });
  assertEquals(readExcelTables(bytes, "a").tables.length, 5);
  assertStringIncludes(refused(bytes, { unpacked: 4000 }), "unpacks to more than 4,000 bytes");
});

Deno.test("readExcelTables: too many files, cells and characters are refused", () => {
  assertStringIncludes(refused(workbookBytes(ROWS), { entries: 4 }), "declares 5 files");
  const wide = `${ROWS}<row><c r="XFD3"><v>1</v></c></row><row><c r="XFC4"><v>1</v></c></row>`;
  assertEquals(readExcelTables(workbookBytes(wide), "a").tables[0].table.header.length, 4);
  assertStringIncludes(refused(workbookBytes(wide), { cells: 11 }), "more than 11 cells");
  const row = `${ROWS}<row>${'<c t="str"><v>1</v></c>'.repeat(16_385)}</row>`;
  assertStringIncludes(refused(workbookBytes(row)), "is damaged");
  const texts = `<sst><si><t>${"x".repeat(30_000)}</t></si></sst>`;
  const many = textRows(["id", "name"]) + '<row><c t="s"><v>0</v></c></row>'.repeat(10);
  const bytes = workbookBytes(many, { "xl/sharedStrings.xml": texts });
  assertStringIncludes(refused(bytes, { unpacked: 100_000 }), "holds more than 100,000 characters");
});

Deno.test("readExcelTables: limits that refuse nothing are no limits", () => {
  for (const entries of [0, NaN]) {
    assertThrows(
      () => readExcelTables(workbookBytes(ROWS), "a", { entries }),
      RangeError,
      "entries",
    );
  }
});

Deno.test("readExcelTables: document types, entities, deep nesting and broken XML are refused", () => {
  const sheet = (xml: string) => refused(workbookBytes("", { [SHEET]: xml }));
  const secret = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>';
  assertStringIncludes(sheet(secret), "declares a document type");
  assertStringIncludes(sheet("<a>&e;</a>"), "is damaged");
  assertStringIncludes(sheet("<a>".repeat(100)), "nests too deep");
  const attributes = Array.from({ length: 300 }, (_, i) => `a${i}=""`).join(" ");
  assertStringIncludes(sheet(`<a ${attributes}/>`), "too many attributes");
  assertStringIncludes(sheet(`<a>${" ".repeat(60 * 2 ** 20)}</a>`), "has a text that is too long");
  for (const xml of ["", "<a>", "<a></b>", "no xml", '<a b="<"/>']) {
    assertStringIncludes(sheet(xml), `is damaged (in its part ${SHEET})`);
  }
  const missing = `${textRows(["a", "b"])}<row><c t="s"><v>9</v></c></row>`;
  assertStringIncludes(refused(workbookBytes(missing)), "is damaged");
});

Deno.test("readExcelTables: encrypted and rarely packed parts are refused", () => {
  const encrypted = lie(workbookBytes(ROWS), SHEET, (entry) => entry.setUint16(8, 1, true));
  assertStringIncludes(refused(encrypted), "is protected by a password");
  const rare = lie(workbookBytes(ROWS), SHEET, (entry) => entry.setUint16(10, 14, true));
  assertStringIncludes(refused(rare), "uses an unsupported compression (method 14");
});

Deno.test("readExcelTables: the given bytes are not changed, also inside a larger buffer", () => {
  const bytes = workbookBytes(ROWS);
  const larger = new Uint8Array(bytes.length + 20).fill(7);
  larger.set(bytes, 10);
  const copy = larger.slice();
  assertEquals(read(larger.subarray(10, 10 + bytes.length)), [["1", "lamp"]]);
  assertEquals(larger, copy);
});
