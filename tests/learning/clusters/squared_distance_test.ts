import { squaredDistance } from "../../../src/learning/clusters/squared_distance.ts";
import { assertEquals } from "@std/assert";

Deno.test("squaredDistance: the squared Euclidean distance between a row of one matrix and a row of another", () => {
  assertEquals(squaredDistance(Float64Array.of(9, 1, 2), 1, Float64Array.of(4, 6), 0, 2), 25);
});
