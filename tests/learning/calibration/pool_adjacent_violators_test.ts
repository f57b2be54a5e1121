import { poolAdjacentViolators } from "../../../src/learning/calibration/pool_adjacent_violators.ts";
import { assertEquals } from "@std/assert";

Deno.test("poolAdjacentViolators: makes values never fall, at the least weighted squared distance", () => {
  assertEquals(poolAdjacentViolators([1, 5, 2, 9], [1, 1, 2, 1]), [1, 3, 3, 9]);
});
