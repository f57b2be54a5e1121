import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { PurchaseTrackingRow } from "../../src/figures/purchases/purchase_tracking_chart.ts";
import { purchasePictures } from "../../src/report/purchase_pictures.ts";
import type { PurchasePictures, PurchaseTask } from "../../src/report/report_input.ts";

const cell = (
  repeat_frequency: number,
  days_since_last: number,
  probability_alive: number,
  expected_purchases: number,
) => ({ repeat_frequency, days_since_last, probability_alive, expected_purchases });

const week = (model: string, seen: boolean, purchases: number): PurchaseTrackingRow => ({
  model,
  until: seen ? "2011-09-09" : "2011-09-16",
  seen,
  purchases,
  cumulative: purchases,
});

const pictures: PurchasePictures = {
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
  selection_reason: "NBD explains the purchases best.",
  scores: [],
  by_frequency: [
    { model: "nbd", repeat_frequency: 0, customers: 1500, expected: 0.3, actual: 0.4 },
    { model: "nbd", repeat_frequency: 7, customers: 200, expected: 2.5, actual: 3.25 },
  ],
};

/** Title and sentence of each figure. */
function read(of: PurchasePictures, task: Parameters<typeof purchasePictures>[0]["heldOut"]) {
  return purchasePictures({ pictures: of, heldOut: task, horizonDays: 91 }).map(({ markup }) => {
    const text = (tag: string) =>
      markup.match(new RegExp(`<${tag}>(.*?)</${tag}>`, "s"))![1].replaceAll(/\s+/g, " ");
    assert(!/NaN|undefined|\bnull\b/.test(markup));
    return { title: text("h3"), sentence: text("figcaption"), markup };
  });
}

Deno.test("purchasePictures: six figures, each with a sentence that reads its rows", () => {
  const figures = read(pictures, heldOut);
  assertEquals(figures.map(({ title }) => title), [
    "Who is still a customer, first seen 270 days ago (Pareto/NBD)",
    "Purchases expected in 91 days, first seen 270 days ago (Pareto/NBD)",
    "Repeat purchases by week",
    "Repeat purchases so far",
    "Purchases held out, by purchases before",
    "How concentrated lifetime value is",
  ]);
  const [alive, expected, weeks, , frequency, value] = figures.map(({ sentence }) => sentence);
  assertStringIncludes(alive, "come back 4 times and then not for 180 days: 7 % are expected");
  assertStringIncludes(expected, "came back 4 times and were here 0 days ago: 3.3 purchases");
  assert(!expected.includes("nobody leaves"));
  // The model chosen then: 100 of 80.
  assertStringIncludes(weeks, "NBD expected 125 % of the repeat purchases that came");
  assertStringIncludes(frequency, "the model expected too little");
  assertStringIncludes(value, "fifth of the customers holds 64 %");
  assertStringIncludes(figures[4].markup, "7 or more");
});

Deno.test("purchasePictures: where nobody leaves there is no picture of who did", () => {
  const stay = pictures.matrix.map((row) => ({ ...row, probability_alive: 1 }));
  const figures = read({ ...pictures, model: "nbd", matrix: stay }, heldOut);
  assertEquals(figures.length, 5);
  assertStringIncludes(figures[0].sentence, "To this model nobody leaves");
});

Deno.test("purchasePictures: without a task today's model is read, not what came itself", () => {
  const missing = { kind: "not_enough_data", reason: "too short" } as const;
  for (const task of [undefined, missing]) {
    const figures = read(pictures, task);
    assertEquals(figures.length, 5);
    // 60 of 80.
    assertStringIncludes(figures[2].sentence, "Pareto/NBD expected 75 % of the repeat purchases");
  }
});

Deno.test("purchasePictures: what is missing is left out or said", () => {
  const weeks = pictures.tracking.map((row) => ({ ...row, purchases: row.seen ? 5 : 0 }));
  const nobody = read({ ...pictures, tracking: weeks }, heldOut)[2].sentence;
  assertEquals(nobody, "In the weeks held out nobody came back.");
  const bare = read({ ...pictures, matrix: [], tracking: [], value: [] }, undefined);
  assertEquals(bare.map(({ sentence }) => sentence).slice(-1), ["No value is expected."]);
  assertEquals(bare.length, 2);
  assertStringIncludes(bare[0].sentence, "There is no history to ask about.");
  assertStringIncludes(bare[0].markup, "no data");
  const once = read({ ...pictures, matrix: [cell(0, 270, 0.3, 0.2)] }, heldOut);
  assertEquals(once[0].sentence, "There is no history to ask about.");
});
