import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { parseHTML } from "linkedom";
import type { BasketBin } from "../../src/exploration/basket_distribution.ts";
import { basketDistributionFigure } from "../../src/figures/assortment/basket_distribution.ts";
import { priceBandsFigure } from "../../src/figures/assortment/price_bands.ts";
import { productChangesFigure } from "../../src/figures/assortment/product_changes.ts";
import { topProductsFigure } from "../../src/figures/assortment/top_products.ts";
import type { Figure, FigureOptions } from "../../src/figures/drawing/figure.ts";
import { segmentColours } from "../../src/figures/drawing/palette.ts";
import { calibrationFigure } from "../../src/figures/models/calibration.ts";
import { featureImportanceFigure } from "../../src/figures/models/feature_importance.ts";
import { gainsAndLiftFigure } from "../../src/figures/models/gains_and_lift.ts";
import { partialDependenceFigure } from "../../src/figures/models/partial_dependence.ts";
import { predictedActualFigure } from "../../src/figures/models/predicted_actual.ts";
import { profitCurveFigure } from "../../src/figures/models/profit_curve.ts";
import { rocCurveFigure } from "../../src/figures/models/roc_curve.ts";
import { recommendationFigure } from "../../src/figures/recommendations/recommendation.ts";
import { returnsByMonthFigure } from "../../src/figures/returns/returns_by_month.ts";
import { returnsByProductFigure } from "../../src/figures/returns/returns_by_product.ts";
import { cohortRetentionFigure } from "../../src/figures/sales/cohort_retention.ts";
import { cohortRevenueFigure } from "../../src/figures/sales/cohort_revenue.ts";
import { newAndReturningFigure } from "../../src/figures/sales/new_and_returning.ts";
import { paretoFigure } from "../../src/figures/sales/pareto.ts";
import { revenueByCountryFigure } from "../../src/figures/sales/revenue_by_country.ts";
import { revenueByMonthFigure } from "../../src/figures/sales/revenue_by_month.ts";
import { revenueByWeekdayHourFigure } from "../../src/figures/sales/revenue_by_weekday_hour.ts";
import { principalComponentsFigure } from "../../src/figures/segments/principal_components.ts";
import type { ComponentsMap } from "../../src/segmentation/segment_evidence.ts";
import { segmentProfilesFigure } from "../../src/figures/segments/segment_profiles.ts";
import { segmentSizesFigure } from "../../src/figures/segments/segment_sizes.ts";
import { selectionFigure } from "../../src/figures/segments/selection.ts";
import { silhouettePlotFigure } from "../../src/figures/segments/silhouette_plot.ts";
import { snakePlotFigure } from "../../src/figures/segments/snake_plot.ts";
import { dependence, gains, profits } from "./models/model_rows.ts";
import { exampleResults } from "../report/example_run.ts";

/** Draws a figure at once. */
function drawn<Row>(
  of: (rows: readonly Row[], options?: FigureOptions) => Figure,
): (rows: readonly Row[], options?: FigureOptions) => string {
  return (rows, options) => of(rows, options).svg();
}

/** A figure, its typical rows, and rows whose text is hostile or whose numbers are missing. */
interface Case {
  readonly name: string;
  readonly draw: (rows: never[], options?: FigureOptions) => string;
  readonly rows: readonly object[];
  readonly hostile?: object;
  readonly missing: object;
}

const { exploration, segments, selection, evidence, churn, deciles } = exampleResults();
const ATTACK = `</svg><script>alert("x")</script>&\u0000`;
const recommendation = [
  { model: "item_cosine", task: "new items", baseline: false },
  { model: "popularity", task: "new items", baseline: true },
].map((row, i) => ({ ...row, ndcg_at_10: 0.1 / (i + 1), recall_at_10: 0.05, hit_rate_at_10: 0.5 }));

const months = ["2010-12", "2011-01", "2011-02", "2011-03"].map((month, i) => ({
  month,
  new_customers: 40 - i,
  returning_customers: 30 * i,
  new_revenue: 4000.5,
  returning_revenue: 9000.25 * i,
  returning_share: 9000.25 * i / (4000.5 + 9000.25 * i),
  sold: 80_000,
  returned: 1000 * (i + 1),
  returned_share: 0.0125 * (i + 1),
  complete: i < 3,
}));
const products = ["A1", "B2", "C3", "D4"].map((product_id, i) => ({
  product_id,
  description: `A PRODUCT WITH QUITE A LONG DESCRIPTION ${i}`,
  revenue_before: 900,
  revenue_after: 1800 - 700 * i,
  change: 900 - 700 * i,
  sold: 5000 - 1000 * i,
  returned: 900,
  returned_share: 900 / (5000 - 1000 * i),
  customers: i + 1,
}));
const cohortsOfRevenue = exploration.cohorts.map((row) => ({
  ...row,
  revenue: row.customers * 312.5,
}));
const bins: BasketBin[] = [40, 63, 100, 160, 250, 400, 630].map((from, i, edges) => ({
  from,
  to: edges[i + 1] ?? 1000,
  invoices: 10 + i,
  share: (10 + i) / 91,
}));
const spread = { median: 210, mean: 260, p90: 500, largest: 1000 };
const bands = [0.4, 0.9, 1.65, 2.55, 5.95].map((price, i) => ({
  band: i + 1,
  lowest_price: price,
  highest_price: price * (i % 2 ? 1 : 1.5),
  lines: 10,
  quantity: 100,
  revenue: 50,
  quantity_share: [0.4, 0.3, 0.15, 0.1, 0.05][i],
  revenue_share: 0.2,
}));

function chart<Row extends object>(
  draw: (rows: readonly Row[], options?: FigureOptions) => string,
  name: string,
  rows: readonly Row[],
  missing: Partial<Record<keyof Row, unknown>>,
  hostile?: Partial<Row>,
): Case {
  return { name, draw: draw as Case["draw"], rows, hostile, missing };
}

const cases: Case[] = [
  chart(drawn(revenueByMonthFigure), "revenueByMonthFigure", exploration.months, { revenue: NaN }, {
    month: ATTACK,
  }),
  chart(
    drawn(revenueByWeekdayHourFigure),
    "revenueByWeekdayHourFigure",
    exploration.weekday_hours,
    {
      revenue: null,
    },
  ),
  chart(
    drawn(cohortRetentionFigure),
    "cohortRetentionFigure",
    exploration.cohorts,
    { share: NaN },
    {
      cohort: ATTACK,
    },
  ),
  chart(drawn(paretoFigure), "paretoFigure", exploration.pareto, { revenue_share: NaN }),
  chart(
    drawn(revenueByCountryFigure),
    "revenueByCountryFigure",
    exploration.countries,
    { revenue: NaN },
    {
      country: ATTACK,
    },
  ),
  chart(drawn(topProductsFigure), "topProductsFigure", exploration.top_products, { revenue: NaN }, {
    description: ATTACK,
    product_id: ATTACK,
  }),
  chart(drawn(cohortRevenueFigure), "cohortRevenueFigure", cohortsOfRevenue, { share: NaN }, {
    cohort: ATTACK,
  }),
  chart(drawn(newAndReturningFigure), "newAndReturningFigure", months, { new_revenue: NaN }, {
    month: ATTACK,
  }),
  chart(
    (rows: readonly BasketBin[], options) =>
      basketDistributionFigure({ ...spread, bins: [...rows] }, options).svg(),
    "basketDistributionFigure",
    bins,
    { share: NaN },
  ),
  chart(drawn(priceBandsFigure), "priceBandsFigure", bands, { revenue_share: NaN }),
  chart(drawn(returnsByMonthFigure), "returnsByMonthFigure", months, { returned_share: null }, {
    month: ATTACK,
  }),
  chart(drawn(returnsByProductFigure), "returnsByProductFigure", products, { returned: NaN }, {
    description: ATTACK,
    product_id: ATTACK,
  }),
  chart(drawn(productChangesFigure), "productChangesFigure", products, { change: NaN }, {
    description: ATTACK,
    product_id: ATTACK,
  }),
  chart(
    (rows: typeof selection, options) => selectionFigure(rows, 4, options).svg(),
    "selectionFigure",
    selection,
    { inertia: NaN, silhouette: NaN, stability: null },
  ),
  chart(
    drawn(segmentSizesFigure),
    "segmentSizesFigure",
    segments,
    { share_of_revenue: NaN },
    {
      name: ATTACK,
    },
  ),
  chart(drawn(segmentProfilesFigure), "segmentProfilesFigure", segments, { differences: {} }, {
    name: ATTACK,
    medians: { [ATTACK]: 1 },
    differences: { [ATTACK]: 1 },
  }),
  chart(drawn(silhouettePlotFigure), "silhouettePlotFigure", evidence.silhouettes, {
    silhouette: NaN,
  }, {
    segment: ATTACK,
  }),
  chart(
    (points: ComponentsMap["points"], options) =>
      principalComponentsFigure({ ...evidence.components, points }, options).svg(),
    "principalComponentsFigure",
    evidence.components.points,
    { x: NaN },
    { segment: ATTACK },
  ),
  chart(
    (loadings: ComponentsMap["loadings"], options) =>
      principalComponentsFigure(
        {
          ...evidence.components,
          points: loadings.length ? evidence.components.points : [],
          loadings,
        },
        options,
      ).svg(),
    "principalComponentsFigure, its arrows",
    evidence.components.loadings,
    { y: null },
    { feature: ATTACK },
  ),
  chart(drawn(snakePlotFigure), "snakePlotFigure", evidence.snake, { z: null }, {
    segment: ATTACK,
    feature: ATTACK,
  }),
  chart(
    drawn(rocCurveFigure),
    "rocCurveFigure",
    churn.comparison.roc,
    { true_positive_rate: NaN },
    {
      model: ATTACK,
    },
  ),
  chart(
    drawn(calibrationFigure),
    "calibrationFigure",
    churn.comparison.calibration,
    { observed_rate: null },
    {
      model: ATTACK,
    },
  ),
  chart(drawn(gainsAndLiftFigure), "gainsAndLiftFigure", gains, { lift: NaN }, { model: ATTACK }),
  chart(drawn(profitCurveFigure), "profitCurveFigure", profits, { profit: NaN }),
  chart(
    drawn(partialDependenceFigure),
    "partialDependenceFigure",
    dependence,
    { probability: NaN },
    {
      feature: ATTACK,
    },
  ),
  chart(
    drawn(featureImportanceFigure),
    "featureImportanceFigure",
    churn.importance,
    { importance: NaN },
    { feature: ATTACK },
  ),
  chart(drawn(predictedActualFigure), "predictedActualFigure", deciles, {
    actual: NaN,
  }),
  chart(drawn(recommendationFigure), "recommendationFigure", recommendation, { ndcg_at_10: NaN }, {
    model: ATTACK,
    task: ATTACK,
  }),
];

/** The checks that every drawing passes. */
function assertSound(svg: string): void {
  assert(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'), svg.slice(0, 80));
  assert(svg.endsWith("</svg>"));
  for (const junk of ["NaN", "undefined", "null", "Infinity", "<script", "<style", "\u0000"]) {
    assert(!svg.includes(junk), `${junk} at ${svg.slice(svg.indexOf(junk) - 80).slice(0, 160)}`);
  }
  assertEquals(svg.split("http").length - 1, 1, "only the namespace may be a reference");
  assertStringIncludes(svg, 'role="img"');
  assertWellFormed(svg);
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  for (const used of svg.matchAll(/url\(#([^)]+)\)/g)) assert(ids.includes(used[1]), used[1]);
  const labels = /aria-labelledby="([^"]+)"/.exec(svg)?.[1].split(" ") ?? [];
  assertEquals(labels.map((id) => ids.includes(id)), [true, true]);
}

/** XML is stricter than HTML: every tag is closed in order, no bare `<` or `&`. */
function assertWellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, end: string, name: string, _attributes: string, empty: string) => {
      if (end) assertEquals(open.pop(), name);
      else if (!empty) open.push(name);
      return "";
    },
  );
  assertEquals(open, []);
  assert(!/[<>]/.test(rest), rest.slice(0, 200));
  assert(!/&(?!amp;|lt;|gt;|quot;|#\d+;)/.test(svg));
}

for (const { name, draw, rows, hostile, missing } of cases) {
  const drawAny = draw as unknown as (rows: readonly object[], options?: FigureOptions) => string;

  Deno.test(`${name}: draws typical rows, and leaves them as they were`, () => {
    const frozen = Object.freeze(rows.map((row) => Object.freeze({ ...row })));
    const svg = drawAny(frozen);
    assertSound(svg);
    assert(!svg.includes("no data"));
  });

  Deno.test(`${name}: draws one row`, () => assertSound(drawAny([rows[0]])));

  Deno.test(`${name}: says "no data" where there are no rows`, () => {
    const svg = drawAny([]);
    assertSound(svg);
    assertStringIncludes(svg, "no data");
  });

  Deno.test(`${name}: leaves out rows whose numbers are missing`, () => {
    assertSound(drawAny(rows.map((row) => ({ ...row, ...missing }))));
    assertSound(drawAny(rows.map((row, i) => (i % 2 ? { ...row, ...missing } : row))));
  });

  Deno.test(`${name}: drawn twice is byte-identical`, () => {
    assertEquals(drawAny(rows), drawAny(rows));
  });

  Deno.test(`${name}: has a title of the caller's, hidden on request, and any width`, () => {
    const options = { title: "A < B", width: 400 };
    const shown = drawAny(rows, options);
    const hidden = drawAny(rows, { ...options, showTitle: false });
    assertSound(shown);
    assertSound(hidden);
    assertEquals(shown.split("A &lt; B").length - hidden.split("A &lt; B").length, 1);
    assertThrows(() => drawAny(rows, { width: 200 }), RangeError, "got 200");
  });

  Deno.test(`${name}: escapes hostile text`, () => {
    assertSound(drawAny([{ ...rows[0], ...hostile }]));
    assertSound(drawAny(rows.map((row) => ({ ...row, ...hostile }))));
    assertSound(drawAny(rows, { title: ATTACK, currency: ATTACK }));
  });

  Deno.test(`${name}: keeps every label inside the drawing`, () => {
    for (const width of [860, 720, 480, 340]) {
      const { document } = parseHTML(drawAny(rows, { width })) as unknown as { document: Dom };
      const view = (document.querySelector("svg")?.getAttribute("viewBox") ?? "").split(" ");
      for (const text of document.querySelectorAll("text")) {
        const [x, y] = position(text);
        const inside = x >= -1 && x <= Number(view[2]) + 1 && y >= Number(view[1]) - 1 &&
          y <= Number(view[1]) + Number(view[3]) + 1;
        assert(inside, `${text.textContent} at ${x}, ${y} of ${width}`);
      }
    }
  });
}

interface Dom {
  readonly parentElement: Dom | null;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Dom | null;
  querySelectorAll(selector: string): Iterable<Dom>;
}

/** Where a text is anchored, in the coordinates of the outer drawing. */
function position(text: Dom): [number, number] {
  let x = Number(text.getAttribute("x") ?? 0);
  let y = parseFloat(text.getAttribute("y") ?? "0");
  if ((text.getAttribute("y") ?? "").endsWith("em")) y = 0;
  for (let node: Dom | null = text; node; node = node.parentElement) {
    const shift = /translate\(([-\d.]+),([-\d.]+)\)/.exec(node.getAttribute("transform") ?? "");
    if (shift) [x, y] = [x + Number(shift[1]), y + Number(shift[2])];
    if (node !== text && node.getAttribute("overflow") === "visible") {
      x += Number(node.getAttribute("x"));
    }
  }
  return [x, y];
}

Deno.test("revenueByMonthFigure: names an incomplete month in the legend only where there is one", () => {
  const months = exploration.months.filter((row) => row.complete);
  assertStringIncludes(revenueByMonthFigure(exploration.months).svg(), "only in part");
  assert(!revenueByMonthFigure(months).svg().includes("only in part"));
});

const withoutGap = selection.map((row) => ({ ...row, gap: null, gap_error: null }));

Deno.test("selectionFigure: marks the chosen k in each panel, and leaves out what was not measured", () => {
  assertEquals(selectionFigure(withoutGap, 4).svg().split("k = 4:").length - 1, 3);
  const unmeasured = withoutGap.map((row) => ({ ...row, stability: null }));
  assertEquals(selectionFigure(unmeasured, 4).svg().split("k = 4:").length - 1, 2);
});

Deno.test("selectionFigure: the gap statistic where it was measured, in rows of two", () => {
  const rows = selection.map((row, i) => ({ ...row, gap: 0.5 + i / 100, gap_error: 0.01 }));
  const svg = selectionFigure(rows, 4, { width: 860 }).svg();
  assertSound(svg);
  assertStringIncludes(svg, "gap statistic");
  const panels = [...svg.matchAll(/<svg x="(\d+)" y="(\d+)"/g)].map(([, x, y]) => [x, y]);
  assertEquals(panels.map(([x]) => x), ["0", "430", "0", "430"]);
  assertEquals(panels[0][1], panels[1][1]);
  assertSound(
    selectionFigure(rows.map((row) => ({ ...row, gap_error: null })), 4, { width: 340 }).svg(),
  );
  assert(!selectionFigure(withoutGap, 4).svg().includes("gap"));
});

Deno.test("segmentSizesFigure: a segment has one colour here and in the profiles", () => {
  const colours = segmentColours(segments.map(({ name }) => name));
  assertEquals(new Set(colours.values()).size, segments.length);
  for (const colour of colours.values()) {
    assertStringIncludes(segmentSizesFigure(segments).svg(), colour);
    assertStringIncludes(segmentProfilesFigure(segments).svg(), colour);
  }
});

Deno.test("paretoFigure: writes the exact share where the caller knows it", () => {
  assertStringIncludes(
    paretoFigure(exploration.pareto, { topShare: 0.7462 } as FigureOptions).svg(),
    "74.6",
  );
});

Deno.test("cohortRevenueFigure: shades end at 100 %, and the legend says so", () => {
  const row = (age_months: number, share: number) => (
    { cohort: "2011-05", age_months, revenue: 1000 * share, share }
  );
  assertStringIncludes(cohortRevenueFigure([row(0, 1), row(1, 1.45), row(2, 0.5)]).svg(), "145");
  assertStringIncludes(cohortRevenueFigure([row(0, 1), row(1, 1.45)]).svg(), "or more");
  assert(!cohortRevenueFigure([row(0, 1), row(1, 0.5)]).svg().includes("or more"));
});

Deno.test("basketDistributionFigure: marks the sizes that lie on the axis", () => {
  const svg = basketDistributionFigure({ ...spread, bins }, {
    marks: { median: 302.4, largest: 168_470 },
  }).svg();
  assertStringIncludes(svg, "median 302");
  assert(!svg.includes("largest 168"));
});

Deno.test("productChangesFigure: signs say what rose and what fell", () => {
  const svg = productChangesFigure(products).svg();
  assertStringIncludes(svg, "+900");
  assertStringIncludes(svg, "\u22121.2K");
});

Deno.test("newAndReturningFigure, returnsByMonthFigure: an incomplete month is dashed, as the legend says", () => {
  for (
    const draw of [drawn(newAndReturningFigure), drawn(returnsByMonthFigure)] as Case["draw"][]
  ) {
    assertStringIncludes(draw(months as never[]), "only in part");
    assertStringIncludes(draw(months as never[]), "stroke-dasharray");
    const complete = draw(months.slice(0, 3) as never[]);
    assert(!/only in part|not complete|stroke-dasharray/.test(complete));
  }
});

Deno.test("newAndReturningFigure: shares are written only where they do not touch", () => {
  const many = Array.from({ length: 24 }, (_, i) => (
    { ...months[1], month: `20${23 + Math.floor(i / 12)}-${String(i % 12 + 1).padStart(2, "0")}` }
  ));
  const label = "69\u00a0%</text>"; // 9000.25 of 13,000.75
  assertStringIncludes(newAndReturningFigure(many.slice(0, 13), { width: 860 }).svg(), label);
  assert(!newAndReturningFigure(many, { width: 860 }).svg().includes(label));
});

Deno.test("newAndReturningFigure: the pieces stand upon one another", () => {
  // 300 returning below, 100 new on top: the upper bar is a third as high and ends where it begins.
  const svg = newAndReturningFigure([{ ...months[0], new_revenue: 100, returning_revenue: 300 }])
    .svg();
  const bars = [...svg.matchAll(/<rect fill-opacity="1" height="([\d.]+)" y="([\d.]+)"/g)]
    .map(([, height, y]) => [Number(y), Number(height)]);
  const [[lower, below], [upper, above]] = bars;
  assert(Math.abs(upper + above - lower) < 0.02 && Math.abs(below - 3 * above) < 0.05, `${bars}`);
});

Deno.test("silhouettePlotFigure: mean, share and misplaced share of each segment, in its blade's order", () => {
  const rows = [[1, 0.4], [0, 0.5], [0, 0.7], [1, -0.2]]
    .map(([cluster, silhouette]) => ({ cluster, segment: `segment ${cluster}`, silhouette }));
  const svg = silhouettePlotFigure(rows).svg();
  assertStringIncludes(svg, "50\u00a0%, mean 0.60<");
  assertStringIncludes(svg, "50\u00a0%, mean 0.10, 50\u00a0% below 0<");
  assertStringIncludes(svg, "mean of all 0.35");
  assert(svg.indexOf(">segment 0<") < svg.indexOf(">segment 1<"));
});

Deno.test("silhouettePlotFigure: a blade is as thick as its segment is large", () => {
  // 3 of 4 customers: three quarters of the 300 pixels of all blades.
  const rows = [0.1, 0.2, 0.3, 0.4].map((silhouette, i) => (
    { cluster: i === 0 ? 1 : 0, segment: i === 0 ? "few" : "many", silhouette }
  ));
  const heights = [...silhouettePlotFigure(rows).svg().matchAll(/<path d="M([^"]*)Z"/g)]
    .map(([, path]) => path.split("L").map((point) => Number(point.split(",")[1])))
    .map((ys) => Math.max(...ys) - Math.min(...ys));
  assertEquals(heights, [225, 75]);
});

Deno.test("principalComponentsFigure: few far customers are counted instead of shrinking all others", () => {
  const near = Array.from({ length: 999 }, (_, i) => (
    { segment: "all", x: Math.cos(i), y: Math.sin(i) }
  ));
  const loadings = [{ feature: "frequency", x: 1, y: 0 }];
  const draw = (points: typeof near) =>
    principalComponentsFigure({ points, loadings, explained: [1, 0] }).svg();
  assertStringIncludes(
    draw([...near, { segment: "all", x: 90, y: 0 }]),
    "1 more outside the frame",
  );
  assert(!draw(near).includes("outside the frame"));
});

Deno.test("principalComponentsFigure: one unit is equally long on both axes", () => {
  const points = [[-3, -1], [3, 1], [0, 0], [2, -1]].map(([x, y]) => ({ segment: "all", x, y }));
  const svg = principalComponentsFigure({ points, loadings: [], explained: [0.9, 0.1] }).svg();
  const dots = [...svg.matchAll(/<circle [^>]*r="2.2"[^>]*>/g)].slice(0, 2)
    .map(([tag]) => ["cx", "cy"].map((name) => Number(tag.match(`${name}="([\\d.]+)"`)?.[1])));
  const [across, down] = [dots[1][0] - dots[0][0], dots[0][1] - dots[1][1]];
  assert(Math.abs(across / 6 - down / 2) < 0.1, `${across} for 6, ${down} for 2`);
});

Deno.test("snakePlotFigure: lines follow the order of the features whatever the order of the rows", () => {
  const { snake } = evidence;
  const features = [...new Set(snake.map(({ feature }) => feature))];
  const bySegment = features.map((feature) => snake.filter((row) => row.feature === feature));
  const path = (svg: string) => [...svg.matchAll(/<path [^>]*d="(M[^"]*)"/g)].map(([, d]) => d);
  assertEquals(
    path(snakePlotFigure(bySegment.flat()).svg()).sort(),
    path(snakePlotFigure(snake).svg()).sort(),
  );
});

Deno.test("segmentProfilesFigure, segmentSizesFigure: names of four words are whole, above their columns", () => {
  const name = "Recent small-basket buyers";
  const named = segments.map((row) => ({ ...row, name: name + row.name[0] }));
  const words = (svg: string) => svg.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
  for (const width of [860, 340]) {
    assert(!words(segmentProfilesFigure(named, { width }).svg()).includes("…"));
    assertStringIncludes(
      segmentSizesFigure([{ ...segments[0], name }], { width }).svg(),
      name,
    );
  }
});
