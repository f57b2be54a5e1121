import { overOrigins } from "../../../src/prediction/selection/over_origins.ts";
import { assertAlmostEquals, assertEquals } from "@std/assert";

Deno.test("overOrigins: sums up how models did over the test dates", () => {
  const at = (tested_as_of: string, roc_auc: number) => ({
    fitted_as_of: [],
    tested_as_of,
    customers: 9,
    positive_rate: 0.5,
    selected: "a",
    models: [{ model: "a", engine: "rule", baseline: true, roc_auc, brier: 0.2 }],
  });
  const [row] = overOrigins([at("2024-05-01", 0.7), at("2024-06-01", 0.8)]);
  assertEquals([row.origins, row.brier.mean], [2, 0.2]);
  assertAlmostEquals(row.roc_auc.sd!, 0.0707, 1e-4);
});
