import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { CATEGORIES } from "../../../src/figures/drawing/palette.ts";
import { calibrationFigure } from "../../../src/figures/models/calibration.ts";
import { featureImportanceFigure } from "../../../src/figures/models/feature_importance.ts";
import { gainsAndLiftFigure } from "../../../src/figures/models/gains_and_lift.ts";
import { partialDependenceFigure } from "../../../src/figures/models/partial_dependence.ts";
import { profitCurveFigure } from "../../../src/figures/models/profit_curve.ts";
import { rocCurveFigure } from "../../../src/figures/models/roc_curve.ts";
import { linesOf } from "./lines_of.ts";
import { dependence, gains, profits } from "./model_rows.ts";

const [x, y] = [(share: number) => 56 + share * (480 - 76), (share: number) => 330 - share * 300];

Deno.test("gainsAndLiftFigure: gains begin at nobody and pass through the shares of customers found", () => {
  const width = 960; // two squares of 480
  const [gained] = linesOf(gainsAndLiftFigure(gains, { width }).svg(), CATEGORIES[0]);
  const expected = [[0, 0], [0.25, 0.5], [0.5, 0.8], [0.75, 0.95], [1, 1]];
  gained.forEach(([left, top], i) => {
    assertAlmostEquals(left, x(expected[i][0]), 0.02);
    assertAlmostEquals(top, y(expected[i][1]), 0.02);
  });
});

Deno.test("gainsAndLiftFigure: two panels side by side where there is room, else below one another", () => {
  const places = (width: number) =>
    [...gainsAndLiftFigure(gains, { width }).svg().matchAll(/<svg x="(\d+)" y="(\d+)"/g)]
      .map(([, left, top]) => [Number(left), Number(top)]);
  assertEquals(places(860), [[0, 0], [430, 0]]);
  assertEquals(places(340), [[0, 0], [0, 273]]);
});

Deno.test("rocCurveFigure, drawn(calibrationFigure), gainsAndLiftFigure: a model has the same colour on all three", () => {
  const roc = (model: string) => ({ model, false_positive_rate: 0, true_positive_rate: 0 });
  const models = ["random_forest", "prevalence"];
  const svgs = [
    rocCurveFigure(models.toReversed().map((model) => ({ ...roc(model), roc_auc: 0.5 })), {
      models,
    }).svg(),
    calibrationFigure(
      models.toReversed().map((model) => ({
        model,
        mean_probability: 0,
        observed_rate: 0,
        rows: 1,
      })),
      { models },
    ).svg(),
    gainsAndLiftFigure(gains.toReversed(), { models }).svg(),
  ];
  for (const svg of svgs) {
    const legend = [...svg.matchAll(/stroke="(#\w+)" stroke-width="2.5"\/><text[^>]*>([^<(]*)/g)];
    assertEquals(legend.slice(0, 2).map(([, colour, name]) => [colour, name.trim()]), [
      [CATEGORIES[0], "random forest"],
      [CATEGORIES[1], "prevalence"],
    ]);
  }
});

Deno.test("rocCurveFigure: the ninth model is dashed, not mistaken for the first", () => {
  const rows = Array.from({ length: 9 }, (_, i) =>
    [0, 0.5, 1].map((rate) => (
      { model: `model ${i}`, false_positive_rate: rate, true_positive_rate: rate, roc_auc: 0.5 }
    ))).flat();
  const strokes = [...rocCurveFigure(rows).svg().matchAll(/<g [^>]*stroke="(#\w+)"[^>]*>\s*<path/g)]
    .filter(([, colour]) => colour === CATEGORIES[0])
    .map(([group]) => group.includes("stroke-dasharray"));
  assertEquals(strokes, [false, true]);
});

Deno.test("rocCurveFigure: a curve of thousands of customers is as light as its pixels, ends included", () => {
  const rows = Array.from({ length: 5001 }, (_, i) => (
    {
      model: "forest",
      false_positive_rate: (i / 5000) ** 2,
      true_positive_rate: i / 5000,
      roc_auc: 0.7,
    }
  ));
  const [curve] = linesOf(rocCurveFigure(rows).svg(), CATEGORIES[0]);
  assert(curve.length > 300 && curve.length < 1000, `${curve.length}`);
  assertEquals([curve[0], curve.at(-1)], [[x(0), y(0)], [x(1), y(1)]]);
  curve.forEach(([left, top], i) => {
    if (i > 0) assert(Math.hypot(left - curve[i - 1][0], top - curve[i - 1][1]) < 2.5);
  });
});

Deno.test("featureImportanceFigure: intervals where they are known, in the unit of the bars", () => {
  const rows = [
    { feature: "recency_days", importance: 3, low: 2, high: 4 },
    { feature: "frequency", importance: 1 },
  ];
  const svg = featureImportanceFigure(rows).svg();
  const [bar] = [...svg.matchAll(/<rect [^>]*width="([\d.]+)" x/g)].map(([, width]) =>
    Number(width)
  );
  const intervals = [...svg.matchAll(/<line y2="(\d+)" y1="\1" x2="([\d.]+)" x1="([\d.]+)"/g)];
  // A white rim and the line itself, for one of the two bars: from 2 to 4 of a bar of 3.
  assertEquals(intervals.length, 2);
  for (const [, , to, from] of intervals) {
    assertAlmostEquals(Number(to) - Number(from), bar * 2 / 3, 0.05);
  }
});

Deno.test("calibrationFigure: larger groups have larger dots, and none is hidden by its rim", () => {
  const row = { model: "forest", observed_rate: 0.5 };
  const svg = calibrationFigure([
    { ...row, mean_probability: 0.1, rows: 4000 },
    { ...row, mean_probability: 0.5, rows: 2000 },
    { ...row, mean_probability: 0.9, rows: 3 },
  ]).svg();
  const radii = [...svg.matchAll(/<circle [^>]*r="([\d.]+)"/g)].map(([, r]) => Number(r));
  assertEquals(radii.sort(), [3.5, 4.95, 7]);
});

Deno.test("profitCurveFigure: the best share is written out, and where no contact pays", () => {
  assertStringIncludes(profitCurveFigure(profits).svg(), "contact 30\u00a0%: 9K");
  assertStringIncludes(profitCurveFigure(profits.toReversed()).svg(), "contact 30\u00a0%: 9K");
  const losing = profits.map((row) => ({ ...row, profit: -100 * row.share }));
  assertStringIncludes(profitCurveFigure(losing).svg(), "no contact pays");
});

Deno.test("profitCurveFigure: what really happened only where it is known", () => {
  assertStringIncludes(profitCurveFigure(profits).svg(), ">realised<");
  const expected = profits.map((row) => ({ ...row, realised_profit: undefined }));
  assert(!profitCurveFigure(expected).svg().includes(">realised<"));
});

Deno.test("partialDependenceFigure: panels share one scale, wide ranges are spread by logarithm", () => {
  const svg = partialDependenceFigure(dependence, { width: 480, currency: "£" }).svg();
  assertEquals(svg.split("<svg x=").length - 1, 2);
  assertEquals(svg.split("60\u00a0%<").length - 1, 2);
  assertStringIncludes(svg, ">10K<");
  assertStringIncludes(svg, "£ →");
  assertStringIncludes(svg, "80 % of customers");
  const unbanded = dependence.map((row) => ({ ...row, low: NaN, high: NaN }));
  assert(!partialDependenceFigure(unbanded).svg().includes("80 % of customers"));
});
