import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { pickable, pickLines } from "../../src/transactions/pick_lines.ts";
import { textsHeldOnce } from "../../src/transactions/texts_held_once.ts";

const TABLE = pl.DataFrame({
  id: ["b", "a", "b", "c"],
  note: ["a long text that is repeated", "", "=cmd|x", "a long text that is repeated"],
  quantity: [1, null, 3, 4],
});
const COLUMNS = { note: "note", quantity: "pieces", id: "id" };

Deno.test("pickLines: texts are the same whether their column is picked often or not", () => {
  const lines = textsHeldOnce(TABLE);
  const rows = Int32Array.of(3, 0, 0, 1);
  const expected = [
    ["a long text that is repeated", 4, "c"],
    ["a long text that is repeated", 1, "b"],
    ["a long text that is repeated", 1, "b"],
    ["", null, "a"],
  ];
  for (const often of [[], ["id"], ["id", "note"]]) {
    const picked = pickLines(pickable(lines, often), rows, COLUMNS);
    assertEquals(picked.rows(), expected);
    assertEquals(picked.getColumn("id").dtype.equals(pl.String), true);
    assertEquals(picked.getColumn("note").dtype.equals(pl.String), true);
  }
});

Deno.test("pickLines: a part of an array of rows, and none", () => {
  const from = pickable(textsHeldOnce(TABLE), ["id"]);
  const rows = Int32Array.of(9, 2, 1, 9).subarray(1, 3);
  assertEquals(pickLines(from, rows, { id: "id" }).rows(), [["b"], ["a"]]);
  const none = pickLines(from, new Int32Array(0), COLUMNS);
  assertEquals([none.height, none.columns], [0, ["note", "pieces", "id"]]);
});
