import pl from "nodejs-polars";
import { exactTotalOf } from "../../src/frames/exact_total.ts";
import { assertEquals } from "@std/assert";

Deno.test("exactTotalOf: as exactTotal, for an expression", () => {
  const lines = pl.DataFrame({ price: [0.1, 0.2], quantity: [3, 1] });
  const total = exactTotalOf(pl.col("price").mul(pl.col("quantity"))).alias("total");
  assertEquals(lines.select(total).row(0), [0.5]);
});
