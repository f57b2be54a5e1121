import pl from "nodejs-polars";
import { withRefunds } from "../../../src/transactions/cleaning/with_refunds.ts";
import { assertEquals } from "@std/assert";

const lines = (quantity: number[], unit_price: number[]) =>
  pl.DataFrame({
    product_id: quantity.map((_, i) => `P${i}`),
    quantity: pl.Series("quantity", quantity, pl.Float64),
    unit_price: pl.Series("unit_price", unit_price, pl.Float64),
    revenue: pl.Series("revenue", quantity.map((pieces, i) => pieces * unit_price[i]), pl.Float64),
    is_return: quantity.map((pieces) => pieces < 0),
  });

Deno.test("withRefunds: whole lines come back with their pieces, parts as one piece", () => {
  const bought = lines([2, 3, 1], [5.5, 4.5, 1.5]);
  const refunded = Float64Array.of(11e6, 2.5e6, 0);
  const returns = lines([-1], [9.5]).withColumns(
    pl.Series("matched_quantity", [1], pl.Float64),
    pl.Series("unmatched_revenue", [0], pl.Float64),
  );
  const back = withRefunds(returns, bought, refunded);
  assertEquals(back.getColumn("product_id").toArray(), ["P0", "P0", "P1"]);
  assertEquals(back.getColumn("quantity").toArray(), [-1, -2, -1]);
  assertEquals(back.getColumn("unit_price").toArray(), [9.5, 5.5, 2.5]);
  assertEquals(back.getColumn("revenue").toArray(), [-9.5, -11, -2.5]);
  assertEquals(back.getColumn("is_return").toArray(), [true, true, true]);
  assertEquals(back.getColumn("matched_quantity").toArray(), [1, 2, 1]);
  assertEquals(withRefunds(returns.head(0), bought, refunded).height, 2);
});
