import { taskLabels } from "../../../src/prediction/selection/classification_tasks.ts";
import { assertEquals } from "@std/assert";

Deno.test("taskLabels: labels the customers of a snapshot for a task", () => {
  const spend = Float64Array.of(0, 0, 10, 20, 30, 100);
  const now = { spend, purchases: spend },
    past = { spend: spend.map((s) => s / 2), purchases: spend };
  assertEquals(taskLabels("high_spend", now), Uint8Array.of(0, 0, 0, 0, 0, 1));
  assertEquals(
    taskLabels("high_spend", now, { cut: "past" }, past),
    Uint8Array.of(0, 0, 0, 1, 1, 1),
  );
});
