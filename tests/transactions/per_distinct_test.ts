import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { textColumn } from "../../src/transactions/columns.ts";
import { perDistinct } from "../../src/transactions/per_distinct.ts";

Deno.test("perDistinct: looks at each text once, in order, and keeps the order of lines", () => {
  const seen: string[] = [];
  const lines = pl.DataFrame({ id: ["b", "", "a", "b"] });
  const lengths = perDistinct(lines, "id", (distinct) => {
    seen.push(...textColumn(distinct, "id"));
    return pl.Series("length", textColumn(distinct, "id").map((id) => id.length), pl.Int32);
  });
  assertEquals(seen, ["", "a", "b"]);
  assertEquals([lengths.name, ...lengths.toArray()], ["id", 1, 0, 1, 1]);
});
