import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { frameWriter } from "../../src/frames/coded_frame.ts";

const codes = Int32Array.of(0, 1, 0, 2);
const write = frameWriter({
  id: { codes, values: pl.Series("", ["b", "a", "c"], pl.Utf8) },
  isFirst: { codes, values: pl.Series("", [true, false, false], pl.Bool) },
  note: { codes: Int32Array.of(0, 0, 1, 0), values: pl.Series("", ["", "=cmd|x"], pl.Utf8) },
  one: { codes: new Int32Array(4), values: pl.Series("", [null], pl.Float64) },
});

Deno.test("frameWriter: values of any type, in the order and under the names wanted", () => {
  const frame = write(Int32Array.of(3, 0, 0, 2), { note: "note", who: "id", first: "isFirst" });
  assertEquals(frame.columns, ["note", "who", "first"]);
  assertEquals(frame.rows(), [
    ["", "c", false],
    ["", "b", true],
    ["", "b", true],
    ["=cmd|x", "b", true],
  ]);
  assertEquals(write(Int32Array.of(1, 2), { one: "one" }).rows(), [[null], [null]]);
});

Deno.test("frameWriter: a part of an array of lines, and none", () => {
  const lines = Int32Array.of(9, 2, 1, 9).subarray(1, 3);
  assertEquals(write(lines, { id: "id" }).rows(), [["b"], ["a"]]);
  const none = write(new Int32Array(0), { id: "id", note: "note" });
  assertEquals([none.height, none.columns], [0, ["id", "note"]]);
});
