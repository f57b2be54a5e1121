import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { parseHTML } from "linkedom";
import { type BasketBin, basketChart } from "../../src/figures/assortment/basket_chart.ts";
import { calibrationChart } from "../../src/figures/models/calibration_chart.ts";
import type { ChartOptions } from "../../src/figures/drawing/chart_options.ts";
import { cohortRetentionChart } from "../../src/figures/sales/cohort_retention_chart.ts";
import { cohortRevenueChart } from "../../src/figures/sales/cohort_revenue_chart.ts";
import {
  type ComponentsMap,
  componentsMapChart,
} from "../../src/figures/segments/components_map_chart.ts";
import { featureImportanceChart } from "../../src/figures/models/feature_importance_chart.ts";
import { liftChart } from "../../src/figures/models/lift_chart.ts";
import { newAndReturningChart } from "../../src/figures/sales/new_and_returning_chart.ts";
import { segmentColours } from "../../src/figures/drawing/palette.ts";
import { paretoChart } from "../../src/figures/sales/pareto_chart.ts";
import { partialDependenceChart } from "../../src/figures/models/partial_dependence_chart.ts";
import { predictedActualChart } from "../../src/figures/models/predicted_actual_chart.ts";
import { priceBandsChart } from "../../src/figures/assortment/price_bands_chart.ts";
import { profitCurveChart } from "../../src/figures/models/profit_curve_chart.ts";
import { productChangesChart } from "../../src/figures/assortment/product_changes_chart.ts";
import { recommendationChart } from "../../src/figures/recommendations/recommendation_chart.ts";
import { returnedProductsChart } from "../../src/figures/returns/returned_products_chart.ts";
import { returnsByMonthChart } from "../../src/figures/returns/returns_by_month_chart.ts";
import { revenueByCountryChart } from "../../src/figures/sales/revenue_by_country_chart.ts";
import { revenueByMonthChart } from "../../src/figures/sales/revenue_by_month_chart.ts";
import { rocChart } from "../../src/figures/models/roc_chart.ts";
import { segmentProfilesChart } from "../../src/figures/segments/segment_profiles_chart.ts";
import { segmentSizesChart } from "../../src/figures/segments/segment_sizes_chart.ts";
import {
  elbowChart,
  selectionChart,
  silhouetteChart,
} from "../../src/figures/segments/selection_chart.ts";
import { silhouetteBladesChart } from "../../src/figures/segments/silhouette_blades_chart.ts";
import { snakePlotChart } from "../../src/figures/segments/snake_plot_chart.ts";
import { topProductsChart } from "../../src/figures/assortment/top_products_chart.ts";
import { weekdayHourChart } from "../../src/figures/sales/weekday_hour_chart.ts";
import { exampleInput } from "../report/example_input.ts";
import { dependence, gains, profits } from "./model_rows.ts";

/** A chart, its typical rows, and rows whose text is hostile or whose numbers are missing. */
interface Case {
  readonly name: string;
  readonly draw: (rows: never[], options?: ChartOptions) => string;
  readonly rows: readonly object[];
  readonly hostile?: object;
  readonly missing: object;
}

const input = exampleInput();
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
const evidence = input.segmentEvidence!;
const cohortsOfRevenue = input.cohorts.map((row) => ({ ...row, revenue: row.customers * 312.5 }));
const bins: BasketBin[] = [40, 63, 100, 160, 250, 400, 630].map((from, i, edges) => ({
  from,
  to: edges[i + 1] ?? 1000,
  invoices: 10 + i,
  share: (10 + i) / 91,
}));
const bands = [0.4, 0.9, 1.65, 2.55, 5.95].map((price, i) => ({
  band: i + 1,
  lowest_price: price,
  highest_price: price * (i % 2 ? 1 : 1.5),
  quantity_share: [0.4, 0.3, 0.15, 0.1, 0.05][i],
  revenue_share: 0.2,
}));

function chart<Row extends object>(
  draw: (rows: readonly Row[], options?: ChartOptions) => string,
  name: string,
  rows: readonly Row[],
  missing: Partial<Record<keyof Row, unknown>>,
  hostile?: Partial<Row>,
): Case {
  return { name, draw: draw as Case["draw"], rows, hostile, missing };
}

const cases: Case[] = [
  chart(revenueByMonthChart, "revenueByMonthChart", input.months, { revenue: NaN }, {
    month: ATTACK,
  }),
  chart(weekdayHourChart, "weekdayHourChart", input.weekdayHours, { revenue: null }),
  chart(cohortRetentionChart, "cohortRetentionChart", input.cohorts, { share: NaN }, {
    cohort: ATTACK,
  }),
  chart(paretoChart, "paretoChart", input.pareto, { revenue_share: NaN }),
  chart(revenueByCountryChart, "revenueByCountryChart", input.countries, { revenue: NaN }, {
    country: ATTACK,
  }),
  chart(topProductsChart, "topProductsChart", input.topProducts, { revenue: NaN }, {
    description: ATTACK,
    product_id: ATTACK,
  }),
  chart(cohortRevenueChart, "cohortRevenueChart", cohortsOfRevenue, { share: NaN }, {
    cohort: ATTACK,
  }),
  chart(newAndReturningChart, "newAndReturningChart", months, { new_revenue: NaN }, {
    month: ATTACK,
  }),
  chart(
    (rows: readonly BasketBin[], options) =>
      basketChart(rows, { ...options, marks: { median: 210, mean: 260 } }),
    "basketChart",
    bins,
    { share: NaN },
  ),
  chart(priceBandsChart, "priceBandsChart", bands, { revenue_share: NaN }),
  chart(returnsByMonthChart, "returnsByMonthChart", months, { returned_share: null }, {
    month: ATTACK,
  }),
  chart(returnedProductsChart, "returnedProductsChart", products, { returned: NaN }, {
    description: ATTACK,
    product_id: ATTACK,
  }),
  chart(productChangesChart, "productChangesChart", products, { change: NaN }, {
    description: ATTACK,
    product_id: ATTACK,
  }),
  chart(
    (rows: typeof input.selection, options) => selectionChart(rows, 4, options),
    "selectionChart",
    input.selection,
    { inertia: NaN, silhouette: NaN, stability: null },
  ),
  chart(
    (rows: typeof input.selection, options) => elbowChart(rows, 4, options),
    "elbowChart",
    input.selection,
    { inertia: NaN },
  ),
  chart(
    (rows: typeof input.selection, options) => silhouetteChart(rows, null, options),
    "silhouetteChart",
    input.selection,
    { silhouette: null },
  ),
  chart(segmentSizesChart, "segmentSizesChart", input.segments, { share_of_revenue: NaN }, {
    name: ATTACK,
  }),
  chart(segmentProfilesChart, "segmentProfilesChart", input.segmentProfiles, { z: NaN }, {
    segment: ATTACK,
    feature: ATTACK,
  }),
  chart(silhouetteBladesChart, "silhouetteBladesChart", evidence.silhouettes, { silhouette: NaN }, {
    segment: ATTACK,
  }),
  chart(
    (points: ComponentsMap["points"], options) =>
      componentsMapChart({ ...evidence.components, points }, options),
    "componentsMapChart",
    evidence.components.points,
    { x: NaN },
    { segment: ATTACK },
  ),
  chart(
    (loadings: ComponentsMap["loadings"], options) =>
      componentsMapChart(
        {
          ...evidence.components,
          points: loadings.length ? evidence.components.points : [],
          loadings,
        },
        options,
      ),
    "componentsMapChart, its arrows",
    evidence.components.loadings,
    { y: null },
    { feature: ATTACK },
  ),
  chart(snakePlotChart, "snakePlotChart", evidence.snake, { z: null }, {
    segment: ATTACK,
    feature: ATTACK,
  }),
  chart(rocChart, "rocChart", input.roc.churn, { true_positive_rate: NaN }, { model: ATTACK }),
  chart(calibrationChart, "calibrationChart", input.calibration.churn, { observed: null }, {
    model: ATTACK,
  }),
  chart(liftChart, "liftChart", gains, { lift: NaN }, { model: ATTACK }),
  chart(profitCurveChart, "profitCurveChart", profits, { profit: NaN }),
  chart(partialDependenceChart, "partialDependenceChart", dependence, { probability: NaN }, {
    feature: ATTACK,
  }),
  chart(
    featureImportanceChart,
    "featureImportanceChart",
    input.importance.churn,
    { importance: NaN },
    { feature: ATTACK },
  ),
  chart(predictedActualChart, "predictedActualChart", input.revenueDeciles, { actual: NaN }),
  chart(recommendationChart, "recommendationChart", recommendation, { ndcg_at_10: NaN }, {
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
  const drawAny = draw as unknown as (rows: readonly object[], options?: ChartOptions) => string;

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

Deno.test("revenueByMonthChart: names an incomplete month in the legend only where there is one", () => {
  const months = input.months.filter((row) => row.complete);
  assertStringIncludes(revenueByMonthChart(input.months), "only in part");
  assert(!revenueByMonthChart(months).includes("only in part"));
});

Deno.test("selectionChart: marks the chosen k in each panel, and leaves out what was not measured", () => {
  assertEquals(selectionChart(input.selection, 4).split("k = 4:").length - 1, 3);
  const unmeasured = input.selection.map((row) => ({ ...row, stability: null }));
  assertEquals(selectionChart(unmeasured, 4).split("k = 4:").length - 1, 2);
});

Deno.test("selectionChart: the gap statistic where it was measured, in rows of two", () => {
  const rows = input.selection.map((row, i) => ({ ...row, gap: 0.5 + i / 100, gap_error: 0.01 }));
  const svg = selectionChart(rows, 4, { width: 860 });
  assertSound(svg);
  assertStringIncludes(svg, "gap statistic");
  const panels = [...svg.matchAll(/<svg x="(\d+)" y="(\d+)"/g)].map(([, x, y]) => [x, y]);
  assertEquals(panels.map(([x]) => x), ["0", "430", "0", "430"]);
  assertEquals(panels[0][1], panels[1][1]);
  assertSound(selectionChart(rows.map((row) => ({ ...row, gap_error: null })), 4, { width: 340 }));
  assert(!selectionChart(input.selection, 4).includes("gap"));
});

Deno.test("segmentSizesChart: a segment has one colour here and in the profiles", () => {
  const colours = segmentColours(input.segments.map(({ name }) => name));
  assertEquals(new Set(colours.values()).size, input.segments.length);
  for (const colour of colours.values()) {
    assertStringIncludes(segmentSizesChart(input.segments), colour);
    assertStringIncludes(segmentProfilesChart(input.segmentProfiles), colour);
  }
});

Deno.test("paretoChart: writes the exact share where the caller knows it", () => {
  assertStringIncludes(paretoChart(input.pareto, { topShare: 0.7462 } as ChartOptions), "74.6");
});

Deno.test("cohortRevenueChart: shades end at 100 %, and the legend says so", () => {
  const row = (age_months: number, share: number) => (
    { cohort: "2011-05", age_months, revenue: 1000 * share, share }
  );
  assertStringIncludes(cohortRevenueChart([row(0, 1), row(1, 1.45), row(2, 0.5)]), "145");
  assertStringIncludes(cohortRevenueChart([row(0, 1), row(1, 1.45)]), "or more");
  assert(!cohortRevenueChart([row(0, 1), row(1, 0.5)]).includes("or more"));
});

Deno.test("basketChart: marks the sizes that lie on the axis", () => {
  const svg = basketChart(bins, { marks: { median: 302.4, largest: 168_470 } });
  assertStringIncludes(svg, "median 302");
  assert(!svg.includes("largest"));
});

Deno.test("productChangesChart: signs say what rose and what fell", () => {
  const svg = productChangesChart(products);
  assertStringIncludes(svg, "+900");
  assertStringIncludes(svg, "\u22121.2K");
});

Deno.test("newAndReturningChart, returnsByMonthChart: an incomplete month is dashed, as the legend says", () => {
  for (const draw of [newAndReturningChart, returnsByMonthChart] as Case["draw"][]) {
    assertStringIncludes(draw(months as never[]), "only in part");
    assertStringIncludes(draw(months as never[]), "stroke-dasharray");
    const complete = draw(months.slice(0, 3) as never[]);
    assert(!/only in part|not complete|stroke-dasharray/.test(complete));
  }
});

Deno.test("newAndReturningChart: shares are written only where they do not touch", () => {
  const many = Array.from({ length: 24 }, (_, i) => (
    { ...months[1], month: `20${23 + Math.floor(i / 12)}-${String(i % 12 + 1).padStart(2, "0")}` }
  ));
  const label = "69\u00a0%</text>"; // 9000.25 of 13,000.75
  assertStringIncludes(newAndReturningChart(many.slice(0, 13), { width: 860 }), label);
  assert(!newAndReturningChart(many, { width: 860 }).includes(label));
});

Deno.test("newAndReturningChart: the pieces stand upon one another", () => {
  // 300 returning below, 100 new on top: the upper bar is a third as high and ends where it begins.
  const svg = newAndReturningChart([{ ...months[0], new_revenue: 100, returning_revenue: 300 }]);
  const bars = [...svg.matchAll(/<rect fill-opacity="1" height="([\d.]+)" y="([\d.]+)"/g)]
    .map(([, height, y]) => [Number(y), Number(height)]);
  const [[lower, below], [upper, above]] = bars;
  assert(Math.abs(upper + above - lower) < 0.02 && Math.abs(below - 3 * above) < 0.05, `${bars}`);
});

Deno.test("silhouetteBladesChart: mean, share and misplaced share of each segment, in its blade's order", () => {
  const rows = [[1, 0.4], [0, 0.5], [0, 0.7], [1, -0.2]]
    .map(([cluster, silhouette]) => ({ cluster, segment: `segment ${cluster}`, silhouette }));
  const svg = silhouetteBladesChart(rows);
  assertStringIncludes(svg, "50\u00a0%, mean 0.60<");
  assertStringIncludes(svg, "50\u00a0%, mean 0.10, 50\u00a0% below 0<");
  assertStringIncludes(svg, "mean of all 0.35");
  assert(svg.indexOf(">segment 0<") < svg.indexOf(">segment 1<"));
});

Deno.test("silhouetteBladesChart: a blade is as thick as its segment is large", () => {
  // 3 of 4 customers: three quarters of the 300 pixels of all blades.
  const rows = [0.1, 0.2, 0.3, 0.4].map((silhouette, i) => (
    { cluster: i === 0 ? 1 : 0, segment: i === 0 ? "few" : "many", silhouette }
  ));
  const heights = [...silhouetteBladesChart(rows).matchAll(/<path d="M([^"]*)Z"/g)]
    .map(([, path]) => path.split("L").map((point) => Number(point.split(",")[1])))
    .map((ys) => Math.max(...ys) - Math.min(...ys));
  assertEquals(heights, [225, 75]);
});

Deno.test("componentsMapChart: few far customers are counted instead of shrinking all others", () => {
  const near = Array.from({ length: 999 }, (_, i) => (
    { segment: "all", x: Math.cos(i), y: Math.sin(i) }
  ));
  const loadings = [{ feature: "frequency", x: 1, y: 0 }];
  const draw = (points: typeof near) => componentsMapChart({ points, loadings, explained: [1, 0] });
  assertStringIncludes(draw([...near, { segment: "all", x: 90, y: 0 }]), "1 more beyond the frame");
  assert(!draw(near).includes("beyond the frame"));
});

Deno.test("componentsMapChart: one unit is equally long on both axes", () => {
  const points = [[-3, -1], [3, 1], [0, 0], [2, -1]].map(([x, y]) => ({ segment: "all", x, y }));
  const svg = componentsMapChart({ points, loadings: [], explained: [0.9, 0.1] });
  const dots = [...svg.matchAll(/<circle [^>]*r="2.2"[^>]*>/g)].slice(0, 2)
    .map(([tag]) => ["cx", "cy"].map((name) => Number(tag.match(`${name}="([\\d.]+)"`)?.[1])));
  const [across, down] = [dots[1][0] - dots[0][0], dots[0][1] - dots[1][1]];
  assert(Math.abs(across / 6 - down / 2) < 0.1, `${across} for 6, ${down} for 2`);
});

Deno.test("snakePlotChart: lines follow the order of the features whatever the order of the rows", () => {
  const { snake } = evidence;
  const features = [...new Set(snake.map(({ feature }) => feature))];
  const bySegment = features.map((feature) => snake.filter((row) => row.feature === feature));
  const path = (svg: string) => [...svg.matchAll(/<path [^>]*d="(M[^"]*)"/g)].map(([, d]) => d);
  assertEquals(path(snakePlotChart(bySegment.flat())).sort(), path(snakePlotChart(snake)).sort());
});

Deno.test("segmentProfilesChart, segmentSizesChart: names of four words are whole, above their columns", () => {
  const name = "Recent small-basket buyers";
  const profiles = input.segmentProfiles.map((row) => ({ ...row, segment: name + row.segment[0] }));
  const words = (svg: string) => svg.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
  for (const width of [860, 340]) {
    assert(!words(segmentProfilesChart(profiles, { width })).includes("…"));
    assertStringIncludes(segmentSizesChart([{ ...input.segments[0], name }], { width }), name);
  }
});
