import { matchReturnLines } from "../../../src/transactions/cleaning/match_returns.ts";
import { assertEquals } from "@std/assert";

Deno.test("matchReturnLines: as matchReturns, on arrays", () => {
  const line = (quantity: number, instant: number) => ({
    customer: Int32Array.of(7),
    product: Int32Array.of(1),
    quantity: Float64Array.of(quantity),
    instant: Float64Array.of(instant),
  });
  assertEquals([...matchReturnLines(line(6, 1), line(-2, 2)).returnedQuantity], [2]);
});
