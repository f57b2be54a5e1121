import { assert, assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import pl from "nodejs-polars";
import { csvBytes } from "../../src/pipeline/csv_bytes.ts";
import { textColumn } from "../../src/frames/columns.ts";
import { slowTest } from "../slow.ts";

const NUMBER = /^[+-](\d+([.,]\d+)*|[.,]\d+)(e[+-]?\d+)?$/i;

/** Records of fields as Python's csv module takes a text apart, which spreadsheets do alike. */
function cells(csv: string, separator: string): string[][] {
  const records: string[][] = [[""]];
  let isQuoted = false, atStart = true;
  for (let i = 0; i < csv.length; i++) {
    const [fields] = records.slice(-1), last = fields.length - 1;
    if (isQuoted) {
      if (csv[i] !== '"') fields[last] += csv[i];
      else if (csv[i + 1] === '"') fields[last] += csv[i++];
      else isQuoted = false;
    } else if (csv[i] === '"' && atStart) isQuoted = true;
    else if (csv[i] === separator) fields.push("");
    else if (csv[i] === "\n" || csv[i] === "\r") records.push([""]);
    else fields[last] += csv[i];
    atStart = !isQuoted && [separator, "\n", "\r"].includes(csv[i]);
  }
  return records;
}

const written = (texts: readonly (string | null)[], name = "text") =>
  new TextDecoder().decode(csvBytes(pl.DataFrame({
    number: texts.map((_, i) => -i - 0.5),
    [name]: pl.Series(name, texts as string[], pl.Utf8),
  })));

/** What a reader does to get the text back. */
const undone = (field: string) =>
  NUMBER.test(field) ? field : field.replace(/^('*)'(?=[\t\r\n])/, "$1")
    .replace(/(^|[;\t\r\n])('*)'(?=[\p{Z}\p{Cf}"]*[=+\-@＝＋－＠])/gu, "$1$2");

Deno.test("csvBytes: formulas are defused at the start and where another locale begins a cell", () => {
  const defused = {
    "=1+1": "'=1+1",
    "+SUM(A1)": "'+SUM(A1)",
    "-2+3": "'-2+3",
    "@A1": "'@A1",
    "\t=1": "'\t'=1",
    "\rx": "'\rx",
    "\nx": "'\nx",
    "＝1+1": "'＝1+1",
    "＋1": "'＋1",
    "－1": "'－1",
    "＠A1": "'＠A1",
    "  =1+1": "'  =1+1",
    "\u00a0=1": "'\u00a0=1",
    "x;=1+1;y": "x;'=1+1;y",
    "x;-2": "x;'-2",
    "x\t@A1": "x\t'@A1",
    "x\n=1": "x\n'=1",
    "'=1": "''=1",
  };
  const texts = Object.keys(defused);
  const frame = pl.readCSV(Buffer.from(written(texts)), { inferSchemaLength: 0 });
  assertEquals(textColumn(frame, "text"), Object.values(defused));
  assertEquals(Object.values(defused).map(undone), texts);
});

Deno.test("csvBytes: numbers stay numbers, in columns of texts too; other texts stay as they are", () => {
  const texts = [
    "-2",
    "+3.5",
    "-1.234,50",
    "-.5",
    "-1e5",
    "lamp",
    '5" disk',
    "a,b",

    "'",
    "",
    "1=2",
  ];
  const csv = written(texts);
  const frame = pl.readCSV(Buffer.from(csv), { inferSchemaLength: 0 });
  assertEquals(textColumn(frame, "text"), texts);
  const [header, first] = csv.split("\n");
  assertEquals([header, first], ['"number","text"', '-0.5,"-2"']);
  assertEquals(written(["a", null, ""]), '"number","text"\n-0.5,"a"\n-1.5,\n-2.5,""\n');
});

Deno.test("csvBytes: a header of the user's is defused like a text", () => {
  assertEquals(
    written(["a"], "=cmd|' /C calc'!A0").split("\n")[0],
    `"number","'=cmd|' /C calc'!A0"`,
  );
});

slowTest(
  "csvBytes: whatever the texts, no cell of any locale is a formula, and every text comes back",
  () => {
    const text = fc.string({
      unit: fc.constantFrom(..."=+-@;,\t\r\n\"' a1.＝＋－＠\u00a0\u200b"),
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const csv = written(texts);
        for (const separator of [",", ";", "\t"]) {
          for (const cell of cells(csv, separator).flat()) {
            assert(
              !/^[\p{Z}\p{Cf}"]*[=+\-@＝＋－＠]/u.test(cell) || NUMBER.test(cell) ||
                /^-\d+\.5(,|$)/.test(cell),
              `${JSON.stringify(csv)} at ${separator}: ${cell}`,
            );
          }
        }
        const fields = cells(csv, ",").slice(1).map(([, field]) => field);
        assertEquals(fields.slice(0, texts.length).map(undone), texts);
      }),
      { numRuns: 3_000, seed: 5 },
    );
  },
);

Deno.test("csvBytes: more rows than are written at once", () => {
  const texts = Array.from({ length: 70_000 }, (_, i) => `t${i}`);
  const frame = pl.readCSV(Buffer.from(written(texts)));
  assertEquals([frame.height, frame.row(69_999)], [70_000, [-69_999.5, "t69999"]]);
});
