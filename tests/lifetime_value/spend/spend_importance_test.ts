import { spendImportance } from "../../../src/lifetime_value/spend/spend_importance.ts";
import { assertEquals } from "@std/assert";

Deno.test("spendImportance: how much a model of spend leans on each feature", () => {
  const rows = spendImportance({
    plan: { family: "ridge_regression" },
    features: ["frequency", "recency_days"],
    scaler: null,
    unit: 1,
    most: 1,
    estimator: { kind: "ridge_regression", coefficients: [3, -1], intercept: 0 },
  });
  assertEquals(rows.map(({ importance }) => importance), [0.75, 0.25]);
});
