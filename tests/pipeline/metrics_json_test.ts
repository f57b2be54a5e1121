import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { metricsJson } from "../../src/pipeline/metrics_json.ts";
import type { StagesRun } from "../../src/pipeline/stages.ts";
import { renderReport } from "../../src/report/render_report.ts";
import { smallRun } from "../report/example_run.ts";

const short = { kind: "not_enough_data", reason: "3 customers.", needed: "50 customers" } as const;
const nothing = {
  as_of: "2024-12-31",
  horizon_days: 91,
  ...Object.fromEntries(
    ["predictions", "decision", "revenue", "held_out", "forecast", "offers"]
      .map((stage) => [stage, short]),
  ),
} as unknown as StagesRun;

Deno.test("metricsJson: the dates are those of the predictions, and the page says snapshots up to", () => {
  const none = (reason: string) => ({ kind: "not_enough_data", reason });
  const dates = { fitted_as_of: "2024-05-01", tested_as_of: "2024-10-01" };
  const result = {
    ...dates,
    tasks: {},
    problems: { churn: none("all came back."), high_spend: none("so.") },
  };
  const predictions = { kind: "result", result } as unknown as StagesRun["predictions"];
  const metrics = metricsJson({ ...nothing, predictions });
  assertEquals([metrics.fitted_as_of, metrics.tested_as_of], ["2024-05-01", "2024-10-01"]);
  assertEquals(metrics.tasks.churn, { kind: "not_enough_data", reason: "all came back." });
  const page = renderReport({ ...smallRun(), metrics: { kind: "result", result: metrics } });
  assertStringIncludes(page, "snapshots up to 1 May 2024 and tested on that of 1 Oct 2024");
  assert(!page.includes("fitted on the snapshot"));
});

Deno.test("metricsJson: what is missing stands there as the stage said it", () => {
  const { tasks, decision, tested_as_of } = metricsJson(nothing);
  assertEquals([tested_as_of, decision], ["2024-10-01", short]);
  assertEquals(Object.values(tasks), Array(7).fill(short));
});
