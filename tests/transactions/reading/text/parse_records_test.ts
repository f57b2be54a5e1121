import { Buffer } from "node:buffer";
import fc from "fast-check";
import pl from "nodejs-polars";
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { CodedTexts } from "../../../../src/frames/coded.ts";
import { InputError } from "../../../../src/frames/errors.ts";
import { parseRecords } from "../../../../src/transactions/reading/text/parse_records.ts";
import { onlineRetailPath } from "../../../online_retail.ts";

function parse(text: string) {
  return parseRecords(new TextEncoder().encode(text), "test");
}

function written({ codes, values }: CodedTexts): string[] {
  return Array.from(codes, (code) => values[code]);
}

function rowsOf(text: string): string[][] {
  const columns = parse(text).columns.map(written);
  return columns[0].map((_, row) => columns.map((column) => column[row]));
}

Deno.test("parseRecords: the last line may lack its newline, blank lines are none", () => {
  const linesOf = (text: string) => [...parse(text).lines];
  assertEquals(linesOf("a,b\n1,2\n3,4"), [2, 3]);
  assertEquals(linesOf("a,b\r\n1,2\r\n \r\n3,4\r\n"), [2, 4]);
  assertEquals(linesOf("a,b\n1,2\n  "), [2]);
  assertEquals(rowsOf("a,b\n1,2\n3,"), [["1", "2"], ["3", ""]]);
  assertEquals(rowsOf("a,b\r\n1,2\r\n1,2\r"), [["1", "2"], ["1", "2"]]);
});

Deno.test("parseRecords: quoted commas, quotes and newlines belong to their field", () => {
  const text = 'a,b\n"1,\n\n""1""",2\n"1,\n\n""1""",2\n3,"4\r\n"\n3,"4\r\n"\n5,6\n';
  assertEquals([...parse(text).lines], [2, 5, 8, 10, 12]);
  assertEquals(rowsOf(text).slice(1, 3), [['1,\n\n"1"', "2"], ["3", "4\r\n"]]);
});

Deno.test("parseRecords: quotes that stand within a field stand for themselves", () => {
  assertEquals(rowsOf('a,b\n5" disk,3.5"\n "x, y" ,z\n"u"v,""\n'), [
    ['5" disk', '3.5"'],
    ["x, y ", "z"],
    ["uv", ""],
  ]);
});

Deno.test("parseRecords: a field is the same text whether it is quoted or not", () => {
  const { columns } = parse('a,b\n"lamp",1\nlamp,"1"\n"lamp","1"\n');
  assertEquals(columns.map(({ codes }) => new Set(codes).size), [1, 1]);
});

Deno.test("parseRecords: the line at fault is the one on which its record begins", () => {
  const fault = (text: string) => assertThrows(() => parse(text), InputError).message;
  assertEquals(fault('a,b\n1,2\n"3\n,4\n').slice(0, 21), "test, line 3: a quote");
  assertEquals(fault('a,b\n"1\n2",2\n"3\n,4\n').slice(0, 21), "test, line 4: a quote");
});

Deno.test("parseRecords: NUL is refused wherever it stands", () => {
  for (const text of ["a,b\n1,2\0\n", 'a,b\n1,"2\0"\n', "a,b\n1,2,3\0\n4,5\n", "a,b\n1,2\n\0"]) {
    assertThrows(() => parse(text), InputError, "is not a text table");
  }
});

Deno.test("parseRecords: records that do not fit are told apart, and say nothing of the columns", () => {
  const { lines, ragged, columns } = parse('a,b\n"1\n",2\n3\n4,5\n6,7,"8\n"\n9,5\n');
  assertEquals([...lines], [2, 5, 8]);
  assertEquals(ragged, [{ line: 4, text: "3" }, { line: 6, text: '6,7,"8\n"' }]);
  assertEquals(columns.map(({ values }) => values), [["1\n", "4", "9"], ["2", "5"]]);
});

Deno.test("parseRecords: a text of which most does not fit is refused", () => {
  assertThrows(() => parse("a,b\n1,2\n3\n4\n5\n"), InputError, "most lines do not have the");
});

Deno.test("parseRecords: has room for any number of lines, however short they become", () => {
  const count = 200_000;
  const { lines, columns } = parse(`a,b\n${"x".repeat(9000)},2\n${"1,2\n".repeat(count)}`);
  assertEquals([lines.length, lines[0], lines[count]], [count + 1, 2, count + 2]);
  assertEquals(written(columns[1]).every((text) => text === "2"), true);
});

Deno.test("parseRecords: gives back whatever RFC 4180 writes, in every kind of line end", () => {
  const field = fc.oneof(
    fc.constantFrom("", "lamp", "lamps", "a,b", '"', '""', "two\nlines", "\r\n", "é", " x ", "=1"),
    fc.string({ maxLength: 9 }).map((text) => text.replaceAll("\0", "")),
  );
  const table = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), (rows, end, always) => {
      const quoted = (text: string) =>
        always || /[",\r\n]|^ *"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const lines = [["a", "b", "c"], ...rows].map((fields) => fields.map(quoted).join(","));
      assertEquals(rowsOf(lines.join(end) + end), rows);
    }),
    { numRuns: 500, seed: 1 },
  );
});

Deno.test("parseRecords: every field of the UCI file is the one that Polars reads", {
  ignore: !onlineRetailPath,
}, () => {
  const bytes = Deno.readFileSync(onlineRetailPath!);
  const text = new TextEncoder().encode(new TextDecoder("windows-1252").decode(bytes));
  const expected = pl.readCSV(Buffer.from(text.buffer, text.byteOffset, text.length), {
    inferSchemaLength: 0,
    missingIsNull: false,
  });
  const { header, columns, lines, ragged } = parseRecords(bytes, "UCI", {
    encoding: "windows-1252",
  });
  assertEquals([lines.length, ragged.length, lines.at(-1)], [541_909, 0, 541_910]);
  assertEquals(header, expected.columns);
  columns.forEach((column, i) => {
    const read = pl.Series(header[i], written(column), pl.Utf8);
    assert(
      read.seriesEqual(expected.getColumn(header[i]).fillNull("zero" as never) as never),
      header[i],
    );
  });
});

Deno.test("parseRecords: a first line without end is no header", () => {
  const bytes = new TextEncoder().encode(`${"a,b;".repeat(200_000)}\n`);
  const { message } = assertThrows(() => parseRecords(bytes, "long.csv"), InputError);
  assertStringIncludes(message, "more than 100,000 fields in its first line");
});

Deno.test("parseRecords: NULs without a text are no empty file", () => {
  const { message } = assertThrows(() => parseRecords(new Uint8Array(9), "sparse.csv"), InputError);
  assertStringIncludes(message, "not a text table");
});
