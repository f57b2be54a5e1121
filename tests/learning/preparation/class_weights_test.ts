import { resolveClassWeights, weighRows } from "../../../src/learning/preparation/class_weights.ts";
import { assertEquals } from "@std/assert";

Deno.test("resolveClassWeights: how much a row of either class counts", () => {
  assertEquals(resolveClassWeights("Fitting", [0, 1, 0, 0], "balanced"), [2 / 3, 2]);
});

Deno.test("weighRows: how much each row counts by its class", () => {
  assertEquals([...weighRows([0, 1, 1], [1, 5])], [1, 5, 5]);
});
