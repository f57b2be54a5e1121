import { encodeTexts } from "../../../src/frames/coded.ts";
import { tableOf, textTable } from "../../../src/transactions/reading/text_table.ts";
import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";

Deno.test("tableOf: makes a table of columns", () => {
  const table = tableOf(["id"], [encodeTexts(["7", "8"])]);
  assertEquals([table.height, table.column("id").values], [2, ["7", "8"]]);
});

Deno.test("textTable: takes the texts of a dataframe, column by column as they are asked for", () => {
  const frame = pl.DataFrame({ id: ["b", null, "b"], pieces: [1, 2, 3], tags: [["a"], [], ["c"]] });
  const { header, column, holds } = textTable(frame);
  assertEquals(header, ["id", "pieces", "tags"]);
  const { codes, values } = column("id");
  assertEquals(Array.from(codes, (code) => values[code]), ["b", "", "b"]);
  assertEquals([holds?.("tags"), column("tags").values], ["lists", ["(lists)"]]);
});

Deno.test("textTable: texts stand as they come, whatever Polars held before", () => {
  const before = pl.Series("before", ["b", "c", "a"], pl.Utf8).cast(pl.Categorical);
  const column = textTable(pl.DataFrame({ id: ["a", "b", "a", "c"] })).column("id");
  assertEquals(column.values, ["a", "b", "c"]);
  assertEquals([...column.codes], [0, 1, 0, 2]);
  assertEquals(before.length, 3);
});
