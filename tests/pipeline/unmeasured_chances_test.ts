import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { numberColumn } from "../../src/frames/columns.ts";
import { customerTable } from "../../src/pipeline/customer_table.ts";
import { runPipeline } from "../../src/pipeline/run_pipeline.ts";

/** 240 customers who buy every 30 days or so, in the first half of a year; every fourth only once. */
function halfAYear(): string {
  const rows = Array.from({ length: 240 }, (_, i) => i).flatMap((i) =>
    Array.from({ length: i % 4 === 0 ? 1 : 2 + i % 3 }, (_, n) => {
      const day = new Date(Date.UTC(2024, 0, 1 + i % 60 + n * (20 + i % 17)));
      return `${i}-${n},${day.toISOString().slice(0, 10)},K${i},${10 + i % 9}`;
    })
  );
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(path, `order_id,date,customer_id,total\n${rows.join("\n")}\n`);
  return path;
}

Deno.test("unmeasuredChances: where nothing can be measured the purchase model answers, and it is said", () => {
  const run = runPipeline([halfAYear()], { horizonDays: 181 });
  assert(run.predictions.kind === "not_enough_data");
  assertStringIncludes(run.predictions.reason, "no later period has measured them");
  const table = customerTable(run);
  const [churn, purchase] = ["churn_probability", "purchase_probability"]
    .map((name) => numberColumn(table, name));
  assertEquals(table.height, 240);
  churn.forEach((probability, i) => {
    assert(probability > 0 && probability < 1);
    assertEquals(purchase[i], 1 - probability);
  });
});
