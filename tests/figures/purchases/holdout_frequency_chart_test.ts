import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import {
  holdoutFrequencyChart,
  type HoldoutFrequencyRow,
} from "../../../src/figures/purchases/holdout_frequency_chart.ts";
import { CATEGORIES, INK } from "../../../src/figures/drawing/palette.ts";
import { linesOf } from "../../charts/lines_of.ts";

const row = (model: string, repeat_frequency: number, expected: number): HoldoutFrequencyRow => ({
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

Deno.test("holdoutFrequencyChart: what came as a full line, each model as a dashed one", () => {
  const svg = holdoutFrequencyChart(rows);
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
  for (const text of ["came", "NBD", "BG/NBD", "1,200 customers with 0 repeat", "came 0.40"]) {
    assertStringIncludes(svg, text);
  }
});

Deno.test("holdoutFrequencyChart: the last place stands for more, rows come in any order", () => {
  const svg = holdoutFrequencyChart(rows);
  assertEquals([...svg.matchAll(/>(\d( or more)?)<\/text>/g)].map(([, text]) => text), [
    "0",
    "1",
    "2 or more",
  ]);
  const [nbd, geo] = [rows.slice(0, 3), rows.slice(3)];
  assertEquals(holdoutFrequencyChart([...nbd.toReversed(), ...geo.toReversed()]), svg);
});

Deno.test("holdoutFrequencyChart: rows are not changed, narrow works, nothing is said as no data", () => {
  const frozen = Object.freeze(rows.map((row) => Object.freeze(row)));
  const [line] = linesOf(holdoutFrequencyChart(frozen, { width: 340 }), INK.strong);
  assert(line.length === 3 && line.every(([x]) => x > 56 && x < 326));
  assertStringIncludes(holdoutFrequencyChart([]), "no data");
  assertStringIncludes(holdoutFrequencyChart([{ ...rows[0], expected: NaN }]), "no data");
});
