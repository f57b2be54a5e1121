import { assertEquals } from "@std/assert";
import { caveatsInWords } from "../../../src/report/in_words/caveats_in_words.ts";
import type { StagesRun } from "../../../src/pipeline/stages.ts";
import { smallRun } from "../example_run.ts";

const result = (found: object) => ({ kind: "result", result: found });
const unknown = { kind: "not_enough_data", reason: "3 customers." };

/** Two years up to the day before `as_of`, and stages of which nothing is to be said. */
function runWith(changes: object, dates: object = {}): StagesRun {
  const { shop } = smallRun();
  const audit = { ...shop.audit, first_date: "2022-05-02", last_date: "2024-04-30", ...dates };
  const quiet = ["exploration", "migration", "decision", "held_out", "lifetime", "offers"];
  return {
    ...Object.fromEntries([...quiet, "segmentation", "predictions"]
      .map((stage) => [stage, result({})])),
    revenue: unknown,
    forecast: unknown,
    shop: { ...shop, audit },
    as_of: "2024-05-01",
    horizon_days: 91,
    ...changes,
  } as unknown as StagesRun;
}
const caveats = (changes: object = {}, dates: object = {}) =>
  caveatsInWords(runWith(changes, dates)).filter((words) => words !== FEW);
const FEW = "Not enough data: 3 customers.";

Deno.test("caveatsInWords: 730 days are two years, a day less is not", () => {
  assertEquals(caveats(), []);
  const [sentence, ...others] = caveats({}, { first_date: "2022-05-03" });
  assertEquals(others, []);
  assertEquals(
    sentence.split(":")[0],
    "The file covers less than two years (3 May 2022 to 30 Apr 2024)",
  );
});

Deno.test("caveatsInWords: a last purchase more than a horizon ago makes everybody look lost", () => {
  const at = (last_date: string) => caveats({}, { first_date: "2020-01-01", last_date });
  assertEquals(at("2024-01-31"), []); // 91 days before 1 May
  assertEquals(at("2024-01-30"), [
    "The last purchase is of 30 Jan 2024, more than 91 days before 1 May 2024: " +
    "every customer looks lost.",
  ]);
});

Deno.test("caveatsInWords: leaks stand first, a reason that several stages share stands once", () => {
  const tasks = { high_spend: { leak_warnings: ["tenure knows the answer."] } };
  const run = runWith({
    predictions: result({ tasks, problems: { churn: unknown } }),
    segmentation: result({
      segments: [
        { name: "A", stability: 0.512, stable: false },
        { name: "B", stability: 0.9, stable: true },
        { name: "C", stability: null, stable: false },
      ],
    }),
    offers: unknown,
  });
  assertEquals(caveatsInWords(run), [
    "Possible leak (high spend): tenure knows the answer.",
    'The segment "A" is unstable: resampling recovers only 51 % of it.',
    FEW,
  ]);
});

Deno.test("caveatsInWords: revenue on the latest date, and two forecasts half as much apart", () => {
  const origins = [
    { total: { expected: 1 }, actual_total: 9 },
    { total: { expected: 90 }, actual_total: 120 },
  ];
  const revenue = result({ origins, interval_coverage: 0.777 });
  const forecast = (factor: number) =>
    result({ forecast: { warnings: ["W."] }, reconciliation: { factor, sentence: "S." } });
  assertEquals(caveats({ revenue, forecast: forecast(1.5) }), [
    "In the test period, expected spend came to 75 % of actual spend, and the 80 % intervals held " +
    "78 % of the customers.",
    "W.",
  ]);
  for (const factor of [1.51, 1 / 1.51]) {
    assertEquals(caveats({ forecast: forecast(factor) }), ["W.", "Two forecasts disagree. S."]);
  }
});
