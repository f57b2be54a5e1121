import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { textColumn } from "../../src/transactions/columns.ts";
import { distinctTexts } from "../../src/transactions/distinct_texts.ts";
import { perDistinct } from "../../src/transactions/per_distinct.ts";
import { textsHeldOnce } from "../../src/transactions/texts_held_once.ts";

Deno.test("perDistinct: looks at each text once, in order, and keeps the order of lines", () => {
  const seen: string[] = [];
  const lines = textsHeldOnce(pl.DataFrame({ id: ["b", "", "a", "b"] }));
  const lengths = perDistinct(distinctTexts(lines, "id"), (texts) => {
    seen.push(...textColumn(texts, "id"));
    return pl.Series("length", textColumn(texts, "id").map((id) => id.length), pl.Int32);
  });
  assertEquals(seen, ["", "a", "b"]);
  assertEquals(lines.select(lengths).getColumn("id").toArray(), [1, 0, 1, 1]);
});

Deno.test("perDistinct: values of any type, missing ones too, one text only", () => {
  const lines = textsHeldOnce(pl.DataFrame({ id: ["b", "a", "b"], one: ["x", "x", "x"] }));
  const of = (column: string, values: ReturnType<typeof pl.Series>): unknown[] =>
    lines.select(perDistinct(distinctTexts(lines, column), () => values)).rows().flat();
  assertEquals(of("id", pl.Series("v", [1.5, null], pl.Float64)), [null, 1.5, null]);
  assertEquals(of("id", pl.Series("v", [true, false], pl.Bool)), [false, true, false]);
  assertEquals(of("one", pl.Series("v", [null], pl.Float64)), [null, null, null]);
});
