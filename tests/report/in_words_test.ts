import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { outcomeInWords } from "../../src/report/in_words/outcome_in_words.ts";
import { outliersInWords, outlierTable } from "../../src/report/parts/outlier_table.ts";
import { rfmInWords } from "../../src/report/in_words/rfm_in_words.ts";
import { taskInWords } from "../../src/report/in_words/task_in_words.ts";
import { testSentence } from "../sentences.ts";
import { rfmSegmentTable } from "../../src/customers/rfm/rfm_segment_table.ts";
import { exampleRun } from "./example_run.ts";
import { OUTLIERS } from "./outlier_lines.ts";

type Read = (rows: readonly never[]) => string;
const readings: [string, Read, readonly object[]][] = [
  ["outliersInWords", outliersInWords, OUTLIERS],
  ["rfmInWords", rfmInWords, rfmSegmentTable(exampleRun().customers)],
];

for (const [name, read, rows] of readings) {
  testSentence(name, read as unknown as (rows: readonly object[]) => string, rows);
}

Deno.test("taskInWords: a model that does not beat the baseline is called no better", () => {
  const models = [
    { model: "forest", baseline: false, roc_auc: 0.7 },
    { model: "frequency", baseline: true, roc_auc: 0.7 },
  ];
  const task = { kind: "classification", customers: 10, positive_rate: 0.5, models } as const;
  assertStringIncludes(taskInWords(task).sentence, "no better than the best baseline");
});

Deno.test("taskInWords: says where R² and absolute error name different winners", () => {
  const models = [
    { model: "forest", baseline: false, mae: 600, r2: 0.3 },
    { model: "last_period", baseline: true, mae: 610, r2: 0.5 },
  ];
  const { figure, sentence } = taskInWords({ kind: "regression", customers: 9, models }, "£");
  assertEquals(figure, "£600");
  assertStringIncludes(sentence, "better than the best baseline (last period, £610). By R²");
});

Deno.test("taskInWords: missing and empty tasks are said in words", () => {
  const reason = "the file covers 40 days, 182 are needed.";
  assertEquals(
    taskInWords({ kind: "not_enough_data", reason }).sentence,
    `Not enough data: ${reason}`,
  );
  const empty = taskInWords({ kind: "ranking", customers: 0, models: [] });
  assertEquals(empty.sentence, "Not enough data: no model could be measured.");
});

Deno.test("outliersInWords: counts add up, and the bird order is among the cancelled", () => {
  const sentence = outliersInWords(OUTLIERS, "£");
  assertStringIncludes(sentence, "Of the 8 lines");
  assertStringIncludes(sentence, "3 were cancelled, 3 were kept and 2 name no customer");
  assertStringIncludes(sentence, "£284,623");
  const kept = OUTLIERS.filter(({ cancelled_by }) => cancelled_by === "");
  assert(!outliersInWords(kept).includes("cancelled,"));
  const followed = kept.filter(({ customer_id }) => customer_id !== "");
  assertEquals(
    outliersInWords(followed),
    "The 3 lines furthest above the median line were kept.",
  );
});

Deno.test("outliersInWords: ordinary lines do not stand out, and the table shows none", () => {
  const ordinary = OUTLIERS.map((line) => (
    { ...line, times_median_quantity: 2, times_median_revenue: 9.9 }
  ));
  assertStringIncludes(outliersInWords(ordinary), "No line has 10 times the items");
  assertEquals(outlierTable(ordinary), null);
  const [one, ...others] = ordinary;
  const rows = [{ ...one, times_median_revenue: 10 }, ...others];
  assertEquals(outlierTable(rows)?.markup.match(/<th scope="row"/g)?.length, 1);
});

Deno.test("outcomeInWords: the time until the cancellation in a fitting unit", () => {
  const [line] = OUTLIERS;
  const after = (minutes: number, invoice_date = line.invoice_date) =>
    outcomeInWords({ ...line, invoice_date, minutes_until_cancelled: minutes });
  assertEquals(after(1), "cancelled 1 minute later by C581484");
  assertEquals(after(180), "cancelled 3 hours later by C581484");
  assertEquals(after(4320), "cancelled 3 days later by C581484");
  assertEquals(after(0), "cancelled at once by C581484");
  assertEquals(after(0, "2011-12-09T00:00"), "cancelled on the same day by C581484");
  assertEquals(outcomeInWords({ ...line, cancelled_by: "" }), "kept");
  const fee = { ...line, cancelled_by: "", customer_id: "", is_service: true };
  assertEquals(outcomeInWords(fee), "kept, a service or an adjustment; it names no customer");
});
