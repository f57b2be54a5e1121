import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { textColumn } from "../../src/transactions/columns.ts";
import { distinctTexts } from "../../src/transactions/distinct_texts.ts";
import { perDistinct } from "../../src/transactions/per_distinct.ts";

Deno.test("perDistinct: looks at each text once, in order, and keeps the order of lines", () => {
  const seen: string[] = [];
  const [ids] = distinctTexts(pl.DataFrame({ id: ["b", "", "a", "b"] }), ["id"]);
  const lengths = perDistinct(ids, (texts) => {
    seen.push(...textColumn(texts, "id"));
    return pl.Series("length", textColumn(texts, "id").map((id) => id.length), pl.Int32);
  });
  assertEquals(seen, ["", "a", "b"]);
  assertEquals([lengths.name, ...lengths.toArray()], ["id", 1, 0, 1, 1]);
});
