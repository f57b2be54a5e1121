import { matchReturnLines } from "../../../src/transactions/cleaning/match_returns.ts";
import { assertEquals } from "@std/assert";

Deno.test("matchReturnLines: as matchReturns, on arrays", () => {
  const line = (quantity: number, instant: number) => ({
    customer: Int32Array.of(7),
    product: Int32Array.of(1),
    quantity: Float64Array.of(quantity),
    instant: Float64Array.of(instant),
    worth: Float64Array.of(quantity * 1e6),
    order: Int32Array.of(-1),
    hasPieces: Uint8Array.of(1),
  });
  const { returnedQuantity, taken } = matchReturnLines(line(6, 1), line(-2, 2));
  assertEquals([...returnedQuantity], [2]);
  assertEquals(taken, [{ returned: 0, purchase: 0, pieces: 2 }]);
});
