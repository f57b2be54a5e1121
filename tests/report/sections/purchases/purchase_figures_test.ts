import { NO_DATA } from "../../../../src/words/sentences.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { TrackingRow } from "../../../../src/lifetime_value/track_purchases.ts";
import { NOT_ENOUGH } from "../../example_run.ts";
import {
  purchaseFigures,
  type PurchasePictures,
} from "../../../../src/report/sections/purchases/purchase_figures.ts";
import type { PurchaseTask } from "../../../../src/pipeline/metrics_json.ts";

const cell = (
  repeat_frequency: number,
  days_since_last: number,
  probability_alive: number,
  expected_purchases: number,
) => ({ repeat_frequency, days_since_last, probability_alive, expected_purchases });

const week = (model: string, seen: boolean, purchases: number): TrackingRow => ({
  model,
  until: seen ? "2011-09-09" : "2011-09-16",
  seen,
  purchases,
  cumulative: purchases,
});

const purchases: PurchasePictures = {
  age: 270,
  model: "pareto_nbd",
  matrix: [
    cell(0, 270, 0.3, 0.2),
    cell(1, 0, 0.9, 0.8),
    cell(4, 180, 0.07, 0.1),
    cell(4, 0, 0.98, 3.26),
  ],
  tracking: [
    week("actual", true, 50),
    week("actual", false, 80),
    week("nbd", true, 40),
    week("nbd", false, 100),
    week("pareto_nbd", true, 45),
    week("pareto_nbd", false, 60),
  ],
  value: [{ customer_share: 0.2, revenue_share: 0.64 }, { customer_share: 1, revenue_share: 1 }],
};

const heldOut: PurchaseTask = {
  kind: "purchases",
  tested_as_of: "2011-09-09",
  holdout_days: 91,
  customers: 3362,
  actual_total: 80,
  selected: "nbd",
  selection_reason: "NBD has the lowest BIC.",
  scores: [],
  by_frequency: [
    { model: "nbd", repeat_frequency: 0, customers: 1500, expected: 0.3, actual: 0.4 },
    { model: "nbd", repeat_frequency: 7, customers: 200, expected: 2.5, actual: 3.25 },
  ],
};

/** Title and sentence of each figure. */
function read(of: PurchasePictures, task: Parameters<typeof purchaseFigures>[0]["heldOut"]) {
  return purchaseFigures({ purchases: of, heldOut: task, horizonDays: 91 }).map(({ markup }) => {
    const text = (tag: string) =>
      markup.match(new RegExp(`<${tag}>(.*?)</${tag}>`, "s"))![1].replaceAll(/\s+/g, " ");
    assert(!/NaN|undefined|\bnull\b/.test(markup));
    return { title: text("h3"), sentence: text("figcaption"), markup };
  });
}

Deno.test("purchaseFigures: six figures, each with its caption", () => {
  const figures = read(purchases, heldOut);
  assertEquals(figures.map(({ title }) => title), [
    "Probability of being active, first seen 270 days ago (Pareto/NBD)",
    "Expected purchases in 91 days, first seen 270 days ago (Pareto/NBD)",
    "Repeat purchases by week",
    "Cumulative repeat purchases",
    "Holdout purchases by earlier repeat purchases",
    "How concentrated lifetime value is",
  ]);
  const [alive, expected, weeks, , frequency, value] = figures.map(({ sentence }) => sentence);
  assertStringIncludes(
    alive,
    "Least likely to be active (7 %): 4 repeat purchases, then none for 180 days",
  );
  assertStringIncludes(
    expected,
    "is 3.3 purchases, after 4 repeat purchases, the last 0 days ago.",
  );
  assert(!expected.includes("no dropout"));
  // The model chosen then: 100 of 80.
  assertStringIncludes(weeks, "NBD expected 125 % of the actual repeat purchases");
  assertStringIncludes(frequency, "the model expected too few purchases");
  assertStringIncludes(value, "The top 20 % of customers bring 64.0 % of lifetime value");
  assertStringIncludes(figures[4].markup, "7 or more");
});

Deno.test("purchaseFigures: where nobody leaves there is no figure of who is active", () => {
  const stay = purchases.matrix.map((row) => ({ ...row, probability_alive: 1 }));
  const figures = read({ ...purchases, model: "nbd", matrix: stay }, heldOut);
  assertEquals(figures.length, 5);
  assertStringIncludes(figures[0].sentence, "This model has no dropout");
});

Deno.test("purchaseFigures: without a task today's model is read, not what came itself", () => {
  const figures = read(purchases, NOT_ENOUGH);
  assertEquals(figures.length, 5);
  // 60 of 80.
  assertStringIncludes(
    figures[2].sentence,
    "Pareto/NBD expected 75 % of the actual repeat purchases",
  );
});

Deno.test("purchaseFigures: what is missing is left out or said", () => {
  const weeks = purchases.tracking.map((row) => ({ ...row, purchases: row.seen ? 5 : 0 }));
  const nobody = read({ ...purchases, tracking: weeks }, heldOut)[2].sentence;
  assertEquals(nobody, "Nobody came back in the holdout weeks.");
  const bare = read({ ...purchases, matrix: [], tracking: [], value: [] }, NOT_ENOUGH);
  assertEquals(bare.map(({ sentence }) => sentence).slice(-1), [NO_DATA]);
  assertEquals(bare.length, 2);
  assertStringIncludes(bare[0].sentence, NO_DATA);
  assertStringIncludes(bare[0].markup, "no data");
  const once = read({ ...purchases, matrix: [cell(0, 270, 0.3, 0.2)] }, heldOut);
  assertEquals(once[0].sentence, NO_DATA);
});
