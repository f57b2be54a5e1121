import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { CATEGORIES, INK } from "../../../src/figures/drawing/palette.ts";
import {
  purchaseTrackingChart,
  type PurchaseTrackingRow,
} from "../../../src/figures/purchases/purchase_tracking_chart.ts";
import { linesOf } from "../../charts/lines_of.ts";

const UNTIL = ["2011-09-02", "2011-09-09", "2011-09-16"];

/** Three weeks, of which two were seen. */
function weeks(model: string, purchases: number[]): PurchaseTrackingRow[] {
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

Deno.test("purchaseTrackingChart: a line for what came and one per model, weekly or added up", () => {
  for (const cumulative of [false, true]) {
    const svg = purchaseTrackingChart(rows, { cumulative });
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

Deno.test("purchaseTrackingChart: names, legend and the day on which the models stopped seeing", () => {
  const svg = purchaseTrackingChart(rows);
  for (const text of ["came", "NBD", "Pareto/NBD", "actual, week before 16 Sep 2011"]) {
    assertStringIncludes(svg, text);
  }
  const [, x] = svg.match(/<text transform="translate\(([\d.]+),[^>]*>models saw this │ held out/)!;
  assertEquals(Number(x), linesOf(svg, INK.strong)[0][1][0]);
  for (const seen of [true, false]) {
    const all = purchaseTrackingChart(rows.map((row) => ({ ...row, seen })));
    assert(!all.includes("held out"));
  }
});

Deno.test("purchaseTrackingChart: rows are not changed, narrow works, nothing is said as no data", () => {
  const frozen = Object.freeze(rows.map((row) => Object.freeze(row)));
  const narrow = purchaseTrackingChart(frozen, { width: 340 });
  assertStringIncludes(narrow, "Sep");
  const right = linesOf(narrow, INK.strong)[0][2][0];
  assertEquals(right, 340 - 14);
  assertStringIncludes(purchaseTrackingChart([]), "no data");
  assertStringIncludes(purchaseTrackingChart([{ ...rows[0], purchases: NaN }]), "no data");
});
