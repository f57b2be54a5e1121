import { finiteRows } from "../../../src/figures/drawing/finite_rows.ts";
import { assertEquals } from "@std/assert";

Deno.test("finiteRows: keeps the rows in which the named fields are finite numbers", () => {
  assertEquals(finiteRows([{ k: 2 }, { k: NaN }, { k: 3 }], "k").map((row) => row.k), [2, 3]);
});
