import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import pl from "nodejs-polars";
import type { Decision } from "../../src/prediction/targeting/decide.ts";
import { partialDependenceFigure } from "../../src/figures/models/partial_dependence.ts";
import { profitCurveFigure } from "../../src/figures/models/profit_curve.ts";
import { NO_DATA } from "../../src/words/sentences.ts";
import { renderReport } from "../../src/report/render_report.ts";
import { NOT_ENOUGH, smallRun } from "./example_run.ts";
import { decisions } from "../../src/report/sections/decisions.ts";

const DECISION: Decision = {
  as_of: "2011-12-10",
  horizon_days: 91,
  assumptions: ["Contacting one customer costs 1."],
  today: {
    customers: 4338,
    contacted: 2869,
    threshold: 0.24,
    expected_profit: 4934.3,
    everyone_profit: 4339.1,
    break_even_success_rate: 0.0182,
  },
  tested: {
    as_of: "2011-09-10",
    customers: 3370,
    contacted: 2424,
    threshold: 0.24,
    expected_profit: 4239,
    everyone_profit: 3861,
    break_even_success_rate: 0.018,
    realised_profit: 4169,
    everyone_realised_profit: 3679,
    predicted_rate: 0.45,
    observed_rate: 0.43,
    curve: [
      { customers: 0, share: 0, threshold: 1, profit: 0, realised_profit: 0 },
      { customers: 2413, share: 0.72, threshold: 0.1, profit: 4239, realised_profit: 4169 },
      { customers: 3351, share: 1, threshold: 0, profit: 3861, realised_profit: 3679 },
    ],
  },
  by_success_rate: [
    {
      success_rate: 0.025,
      assumed: false,
      contacted: 900,
      expected_profit: 700,
      realised_profit: 600,
    },
    {
      success_rate: 0.05,
      assumed: true,
      contacted: 2869,
      expected_profit: 4934,
      realised_profit: 4169,
    },
  ],
  first: [{
    customer_id: "15749",
    probability: 0.39,
    value: 41.2,
    reasons: [
      { words: "no order for 140 days; used to order every 31", change: 0.123 },
      { words: "12 orders in 340 days", change: -0.08 },
    ],
  }],
  dependence: [
    { feature: "recency_days", value: 2, probability: 0.3, low: 0.1, high: 0.5 },
    { feature: "recency_days", value: 90, probability: 0.6, low: 0.4, high: 0.8 },
  ],
  values: pl.DataFrame(),
};

function section(result: Decision): string {
  return decisions({ ...smallRun(), decision: { kind: "result", result } }).markup;
}

Deno.test("decisions: figures, reasons, assumptions and both charts stand on the page", () => {
  const page = renderReport({ ...smallRun(), decision: { kind: "result", result: DECISION } });
  for (
    const words of [
      'href="#decisions"',
      "<b>2,869</b>",
      "<b>1.8\u00a0%</b>",
      "2.5\u00a0%",
      "Contacting one customer costs 1",
      "no order for 140 days; used to order every 31 (+12)",
      "12 orders in 340 days (\u22128)",
      "The selection would have paid better than both.",
      "recency (2 days to 90 days)",
    ]
  ) assertStringIncludes(page, words);
  assertEquals(section(DECISION).match(/<figure>/g)?.length, 2);
});

Deno.test("decisions: not enough data, and nobody to contact, are said in words", () => {
  assertStringIncludes(
    decisions({ ...smallRun(), decision: NOT_ENOUGH }).markup,
    "Whom to contact: Not enough data: the file is empty.",
  );
  const dear = { ...DECISION, first: [], today: { ...DECISION.today, contacted: 0, threshold: 9 } };
  assertStringIncludes(section(dear), "nobody is on the list");
  assertStringIncludes(section(dear), "<b>never</b>");
});

Deno.test("decisions: hostile text is escaped, missing numbers are dashes", () => {
  const [customer] = DECISION.first;
  const attack = `<script>alert("x")</script>`;
  const hostile = {
    ...DECISION,
    assumptions: [attack],
    first: [{ ...customer, customer_id: attack, reasons: [{ words: attack, change: 1 }] }],
  };
  assert(!section(hostile).includes("<script"));
  const missing = JSON.parse(
    JSON.stringify(DECISION, (_, value) => typeof value === "number" ? null : value),
  );
  const markup = section(missing);
  for (const junk of ["NaN", "undefined", "Infinity", "null"]) assert(!markup.includes(junk), junk);
});

Deno.test("profitCurveFigure: says what would have been better, and where the promise was off", () => {
  const { tested } = DECISION;
  const read = (change: Partial<Decision["tested"]>) =>
    profitCurveFigure(tested.curve, { tested: { ...tested, ...change }, currency: "£" }).caption;
  assertStringIncludes(read({}), "expected profit £4,239, realised £4,169");
  assertStringIncludes(
    read({ realised_profit: 3000 }),
    "Contacting everyone would have paid better.",
  );
  assertStringIncludes(
    read({ realised_profit: -5, everyone_realised_profit: -40 }),
    "Contacting nobody would have been better.",
  );
  assertStringIncludes(
    read({ predicted_rate: 0.55, observed_rate: 0.43 }),
    "On average 55\u00a0% were predicted to stay away, and 43\u00a0% did",
  );
  assertStringIncludes(read({ contacted: 0 }), "Nobody was worth a contact");
});

Deno.test("partialDependenceFigure: in the order of the rows, a flat line is called flat", () => {
  assertEquals(partialDependenceFigure([]).caption, NO_DATA);
  const flat = DECISION.dependence.map((row) => ({
    ...row,
    feature: "frequency",
    probability: 0.4,
  }));
  const sentence = partialDependenceFigure([...DECISION.dependence, ...flat]).caption;
  assertStringIncludes(sentence, "and hardly at all with frequency (2 orders to 90 orders).");
  assertEquals(
    partialDependenceFigure([...DECISION.dependence].reverse()).caption.includes("30\u00a0%"),
    true,
  );
});
