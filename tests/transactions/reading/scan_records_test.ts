import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../src/transactions/input_error.ts";
import { scanRecords } from "../../../src/transactions/reading/scan_records.ts";

function linesOf(text: string): number[] {
  return [...scanRecords(new TextEncoder().encode(text), "test").lines];
}

Deno.test("scanRecords: the last line may lack its newline, blank lines are 0", () => {
  assertEquals(linesOf("a,b\n1,2\n3,4"), [2, 3]);
  assertEquals(linesOf("a,b\r\n1,2\r\n \r\n3,4\r\n"), [2, 0, 4]);
  assertEquals(linesOf("a,b\n1,2\n  "), [2, 0]);
});

Deno.test("scanRecords: quoted commas and newlines belong to their field", () => {
  assertEquals(linesOf('a,b\n"1,\n\n""1""",2\n3,4\n'), [2, 5]);
});

Deno.test("scanRecords: the line at fault is the one on which its record begins", () => {
  const fault = (text: string) => assertThrows(() => linesOf(text), InputError).message;
  assertEquals(fault('a,b\n1,2\n"3\n,4\n').slice(0, 21), "test, line 3: a quote");
});

Deno.test("scanRecords: records that do not fit are told apart, with their place", () => {
  const text = 'a,b\n"1\n",2\n3\n4,5\n6,7,8\n';
  const { lines, ragged } = scanRecords(new TextEncoder().encode(text), "test");
  assertEquals([...lines], [2, 5]);
  assertEquals(ragged.map(({ line }) => line), [4, 6]);
  assertEquals(ragged.map(({ start, end }) => text.slice(start, end)), ["3\n", "6,7,8\n"]);
});

Deno.test("scanRecords: a text of which most does not fit is refused", () => {
  const text = new TextEncoder().encode("a,b\n1,2\n3\n4\n");
  assertThrows(() => scanRecords(text, "test"), InputError, "most lines have another number");
});

Deno.test("scanRecords: has room for any number of lines", () => {
  const count = 200_000;
  const lines = linesOf("a,b\n" + "1,2\n".repeat(count));
  assertEquals([lines.length, lines[0], lines[count - 1]], [count, 2, count + 1]);
});
