import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { CATEGORIES, INK } from "../../../src/figures/drawing/palette.ts";
import { holdoutFrequencyFigure } from "../../../src/figures/purchases/holdout_frequency.ts";
import type { HoldoutRow } from "../../../src/lifetime_value/purchase_backtest.ts";
import { linesOf } from "../models/lines_of.ts";

const row = (model: string, repeat_frequency: number, expected: number): HoldoutRow => ({
  model,
  repeat_frequency,
  customers: [1200, 50, 9][repeat_frequency],
  expected,
  actual: [0.4, 0.9, 2][repeat_frequency],
});
const rows = [
  ...[0, 1, 2].map((frequency) => row("nbd", frequency, [0.3, 1, 1.5][frequency])),
  ...[0, 1, 2].map((frequency) => row("beta_geo_nbd", frequency, [0.5, 0.8, 1.9][frequency])),
];

Deno.test("holdoutFrequencyFigure: what came as a full line, each model as a dashed one", () => {
  const svg = holdoutFrequencyFigure(rows).svg();
  const values: [string, number[]][] = [
    [INK.strong, [0.4, 0.9, 2]],
    [CATEGORIES[0], [0.3, 1, 1.5]],
    [CATEGORIES[1], [0.5, 0.8, 1.9]],
  ];
  for (const [colour, means] of values) {
    const [line] = linesOf(svg, colour);
    // From 0 at the bottom, 266, to the largest at the top, 34.
    line.forEach(([, y], i) => assertAlmostEquals(y, 266 - 232 * means[i] / 2, 0.02));
    assertEquals(line.map(([x]) => x), line.map(([x]) => x).toSorted((a, b) => a - b));
  }
  assertEquals(svg.split('stroke-dasharray="5 3"').length - 1, 2);
  for (const text of ["actual", "NBD", "BG/NBD", "1,200 customers with 0 repeat", "actual 0.40"]) {
    assertStringIncludes(svg, text);
  }
});

Deno.test("holdoutFrequencyFigure: the last place stands for more, rows come in any order", () => {
  const svg = holdoutFrequencyFigure(rows).svg();
  assertEquals([...svg.matchAll(/>(\d( or more)?)<\/text>/g)].map(([, text]) => text), [
    "0",
    "1",
    "2 or more",
  ]);
  const [nbd, geo] = [rows.slice(0, 3), rows.slice(3)];
  assertEquals(holdoutFrequencyFigure([...nbd.toReversed(), ...geo.toReversed()]).svg(), svg);
});

Deno.test("holdoutFrequencyFigure: rows are not changed, narrow works, nothing is said as no data", () => {
  const frozen = Object.freeze(rows.map((row) => Object.freeze(row)));
  const [line] = linesOf(holdoutFrequencyFigure(frozen, { width: 340 }).svg(), INK.strong);
  assert(line.length === 3 && line.every(([x]) => x > 56 && x < 326));
  assertStringIncludes(holdoutFrequencyFigure([]).svg(), "no data");
  assertStringIncludes(holdoutFrequencyFigure([{ ...rows[0], expected: NaN }]).svg(), "no data");
});
