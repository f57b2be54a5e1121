import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { CATEGORIES, INK } from "../../../src/figures/drawing/palette.ts";
import { purchaseTrackingFigure } from "../../../src/figures/purchases/purchase_tracking.ts";
import type { TrackingRow } from "../../../src/lifetime_value/track_purchases.ts";
import { linesOf } from "../models/lines_of.ts";

const UNTIL = ["2011-09-02", "2011-09-09", "2011-09-16"];

/** Three weeks, of which two were seen. */
function weeks(model: string, purchases: number[]): TrackingRow[] {
  return purchases.map((count, i) => ({
    model,
    until: UNTIL[i],
    seen: i < 2,
    purchases: count,
    cumulative: purchases.slice(0, i + 1).reduce((sum, value) => sum + value, 0),
  }));
}
const rows = [
  ...weeks("actual", [3, 5, 4]),
  ...weeks("nbd", [2, 4, 3]),
  ...weeks("pareto_nbd", [1, 2.5, 5]),
];

Deno.test("purchaseTrackingFigure: a line for what came and one per model, weekly or added up", () => {
  for (const cumulative of [false, true]) {
    const svg = purchaseTrackingFigure(rows, { cumulative }).svg();
    const values = cumulative
      ? [[3, 8, 12], [2, 6, 9], [1, 3.5, 8.5]]
      : [[3, 5, 4], [2, 4, 3], [1, 2.5, 5]];
    const most = cumulative ? 12 : 5;
    [INK.strong, CATEGORIES[0], CATEGORIES[1]].forEach((colour, model) => {
      const [line] = linesOf(svg, colour);
      // From 0 at the bottom, 284, to the most at the top, 34; weeks evenly from left to right.
      line.forEach(([x, y], week) => {
        assertAlmostEquals(x, 62 + week * (720 - 76) / 2, 0.02);
        assertAlmostEquals(y, 284 - 250 * values[model][week] / most, 0.02);
      });
      assertEquals(line.length, 3);
    });
    assertStringIncludes(svg, cumulative ? "purchases so far" : "purchases per week");
  }
});

Deno.test("purchaseTrackingFigure: names, legend and the day on which the models stopped seeing", () => {
  const svg = purchaseTrackingFigure(rows).svg();
  for (const text of ["actual", "NBD", "Pareto/NBD", "actual, week before 16 Sep 2011"]) {
    assertStringIncludes(svg, text);
  }
  const [, x] = svg.match(/<text transform="translate\(([\d.]+),[^>]*>calibration │ holdout/)!;
  assertEquals(Number(x), linesOf(svg, INK.strong)[0][1][0]);
  for (const seen of [true, false]) {
    const all = purchaseTrackingFigure(rows.map((row) => ({ ...row, seen }))).svg();
    assert(!all.includes("calibration │"));
  }
});

Deno.test("purchaseTrackingFigure: rows are not changed, narrow works, nothing is said as no data", () => {
  const frozen = Object.freeze(rows.map((row) => Object.freeze(row)));
  const narrow = purchaseTrackingFigure(frozen, { width: 340 }).svg();
  assertStringIncludes(narrow, "Sep");
  const right = linesOf(narrow, INK.strong)[0][2][0];
  assertEquals(right, 340 - 14);
  assertStringIncludes(purchaseTrackingFigure([]).svg(), "no data");
  assertStringIncludes(purchaseTrackingFigure([{ ...rows[0], purchases: NaN }]).svg(), "no data");
});
