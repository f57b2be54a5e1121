import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parseHTML } from "linkedom";
import pl from "nodejs-polars";
import { resultOf, resultOrReason } from "../../src/frames/attempt.ts";
import type { RunResult } from "../../src/pipeline/run_pipeline.ts";
import { renderReport } from "../../src/report/render_report.ts";
import { incoming } from "../../src/report/sections/incoming.ts";
import { TASK_NAMES } from "../../src/report/parts/task_names.ts";
import type { Audit } from "../../src/transactions/cleaning/audit.ts";
import { formatMoneyShort } from "../../src/words/money.ts";
import { formatNumber } from "../../src/words/numbers.ts";
import { exampleRun, smallRun } from "./example_run.ts";
import { OUTLIERS } from "./outlier_lines.ts";
import { slowTest } from "../slow.ts";

const ATTACK = `</style></svg><script>alert("x")</script><img src=x onerror='alert(1)'>&`;
const page = renderReport(exampleRun());

/** The little of a DOM that is read here. */
interface Dom {
  readonly attributes: Iterable<{ readonly name: string }>;
  querySelectorAll(selector: string): Iterable<Dom>;
}

/** What is seen of a page: its text without tags, style sheet and drawings. */
function words(html: string): string {
  return html.replace(/<style>[\s\S]*?<\/style>/, "").replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/<[^>]*>/g, " ");
}

/** The checks that every report passes. */
function assertSound(html: string): void {
  assert(html.startsWith("<!doctype html>\n") && html.endsWith("</html>\n"));
  assert(!/<script|<iframe|<img|<link|<object|@import|javascript:/i.test(html));
  const { document } = parseHTML(html) as unknown as { document: Dom };
  for (const element of document.querySelectorAll("*")) {
    const names = [...element.attributes].map((attribute) => attribute.name);
    assertEquals(names.filter((name) => /^on|^src|^xlink:|^action$/i.test(name)), []);
  }
  assertEquals([...document.querySelectorAll("script, img, style")].length, 1, "one style sheet");
  for (const junk of ["NaN", "undefined", "Infinity", "[object"]) {
    assert(!html.includes(junk), `${junk}: ${html.slice(html.indexOf(junk) - 200).slice(0, 260)}`);
  }
  const said = words(html);
  assert(!/\bnull\b/.test(said), said.slice(said.indexOf("null") - 80).slice(0, 160));
  const references = html.match(/\w*:\/\/[^"'\s<]*/g) ?? [];
  assertEquals([...new Set(references)].filter((url) => url !== "http://www.w3.org/2000/svg"), []);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
  assertEquals(ids.length, new Set(ids).size, "every id once");
  for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) assert(ids.includes(id), id);
}

/** The same run with another audit. */
function withAudit(audit: Audit): RunResult {
  const run = exampleRun();
  return { ...run, shop: { ...run.shop, audit } };
}

/** Whether it is plain data: tables, typed arrays and what a model is made of are not. */
function isPlain(value: unknown, key: string): value is object {
  return typeof value === "object" && value !== null && key !== "model" &&
    !ArrayBuffer.isView(value) && !pl.DataFrame.isDataFrame(value);
}

/** The same plain data with every text or number replaced. */
function replaced<T>(value: T, by: (leaf: unknown, key: string) => unknown, key = ""): T {
  const copy = (): unknown => {
    if (typeof value === "string" || typeof value === "number") return by(value, key);
    if (!isPlain(value, key)) return value;
    if (Array.isArray(value)) return value.map((item) => replaced(item, by, key));
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, replaced(item, by, name)]),
    );
  };
  return copy() as T;
}

/** The example run with every text replaced, those of its tables by a hostile one. */
function withTexts(text: (text: string) => string): RunResult {
  const run = exampleRun();
  const code = ["month", "cohort", "kind", "feature", "first_date", "last_date"];
  const { shop, customers, lifetime: _, ...rest } = replaced(
    run,
    (leaf, key) =>
      typeof leaf === "number" || code.includes(key) || key.endsWith("_of")
        ? leaf
        : text(`${leaf}`),
  );
  const hostile = (column: string) => pl.lit(ATTACK).alias(column);
  const offers = resultOrReason(rest.offers);
  return {
    ...rest,
    lifetime: run.lifetime,
    customers: customers.withColumns(hostile("rfm_segment")),
    shop: { ...shop, transactions: shop.transactions.withColumns(hostile("description")) },
    offers: {
      kind: "result",
      result: {
        ...offers,
        recommendations: offers.recommendations.withColumns(hostile("because")),
      },
    },
  };
}

/** The example run with every measured number missing. */
function withoutNumbers(): RunResult {
  const run = exampleRun();
  const { shop, exploration, segmentation, migration, predictions, decision, ...rest } = run;
  const { held_out, forecast, offers, metrics } = rest;
  const missing = <T>(value: T) =>
    replaced(
      value,
      (leaf, key) => typeof leaf === "string" || key === "horizon_days" ? leaf : null,
    );
  return {
    ...run,
    ...missing({ exploration, segmentation, migration, predictions, decision }),
    ...missing({ held_out, forecast, offers, metrics }),
    shop: { ...shop, audit: missing(shop.audit) },
  };
}

Deno.test("renderReport: a realistic report is one self-contained page", () => {
  assertSound(page);
  const sections = [...page.matchAll(/<section id="([^"]*)">/g)].map(([, id]) => id);
  assertEquals(sections, [
    "incoming",
    "selling",
    "assortment",
    "returned",
    "customers",
    "evidence",
    "predictions",
    "decisions",
    "worth",
    "forecast",
    "offers",
    "caveats",
  ]);
});

Deno.test("renderReport: says in words what it shows, with the figures of the input", () => {
  const text = words(page);
  const { shop: { audit, inputs }, segmentation } = exampleRun();
  for (
    const figure of [
      formatNumber(audit.customers),
      formatNumber(audit.invoices),
      formatNumber(audit.products),
      formatNumber(audit.revenue_kept),
      formatNumber(audit.rejected[0].rows),
      resultOrReason(segmentation).segments[0].name,
      formatMoneyShort(audit.revenue_kept),
      `${formatNumber(inputs[0].rows)} lines`,
      "better than the best baseline",
      "add up to the lines read",
    ]
  ) assertStringIncludes(text, figure);
  // Four decimals tell Brier scores apart where a choice is explained.
  assert(!/\d\.\d{5,}/.test(text), "no raw decimals");
});

Deno.test("renderReport: each chart is followed by one sentence, and has a title", () => {
  const figures = page.match(/<figure>[\s\S]*?<\/figure>/g) ?? [];
  assert(figures.length >= 24, `${figures.length} figures`);
  for (const figure of figures) {
    const parts = /<h3>([^<]+)<\/h3>[\s\S]*<\/svg>\s*<\/div>\s*<figcaption>([^<]+)<\/figcaption>/
      .exec(figure);
    assert(parts !== null, figure.slice(0, 200));
    assert(parts[2].trim().endsWith(".") && parts[2].length > 30, parts[2]);
  }
  assertEquals(page.split("<h3>").length - 1 >= figures.length, true);
});

Deno.test("renderReport: the same run gives the same bytes", () => {
  assertEquals(renderReport(exampleRun()), page);
});

Deno.test("renderReport: leaves the run as it was", () => {
  const freeze = (value: unknown, key = ""): unknown => {
    if (!isPlain(value, key)) return value;
    for (const [name, item] of Object.entries(value)) freeze(item, name);
    return Object.freeze(value);
  };
  assertEquals(renderReport(freeze(exampleRun()) as RunResult), page);
});

slowTest("renderReport: escapes hostile text wherever it comes from", () => {
  const attacked = renderReport({ ...withTexts((text) => text + ATTACK), currency: ATTACK });
  assertSound(attacked);
  assertStringIncludes(attacked, "&lt;script&gt;");
  // All descriptions the same, down to the names of the segments: nothing collides.
  assertSound(renderReport(withTexts(() => ATTACK)));
});

Deno.test("renderReport: a shop too small for every model is told in words", () => {
  const small = renderReport(smallRun());
  assertSound(small);
  assertStringIncludes(small, "Not enough data: testing predictions over 91 days needs 273 days");
  assertStringIncludes(small, "There is not enough data to form segments.");
});

Deno.test("renderReport: every number missing is said in words", () => {
  assertSound(renderReport(withoutNumbers()));
});

Deno.test("renderReport: a task without enough data gives its reason", () => {
  const metrics = resultOrReason(exampleRun().metrics);
  const reason = "the file covers 40 days, but 182 are needed.";
  const missing = TASK_NAMES.map(({ key }) => [key, { kind: "not_enough_data", reason }]);
  const tasks = { ...metrics.tasks, ...Object.fromEntries(missing) };
  const short = renderReport({
    ...exampleRun(),
    metrics: { kind: "result", result: { ...metrics, tasks } },
  });
  assertSound(short);
  assertEquals(short.split(reason).length - 1, 10, "five in the findings, five in the sections");
});

Deno.test("incoming: an audit of trillions adds up as far as numbers can tell", () => {
  const { audit: counted } = exampleRun().shop;
  // Neighbours among the numbers of this size are .06 apart.
  const [kept, lost] = [170_000_000_000_000.1, 130_000_000_000_000.3];
  const rejected = [{ ...counted.rejected[0], rows: 1, revenue: lost }];
  const audit = { ...counted, rows_read: 2, rows_kept: 1, rejected, revenue_kept: kept };
  const section = (revenue_read: number) => incoming(withAudit({ ...audit, revenue_read })).markup;
  assertStringIncludes(section(300_000_000_000_000.45), "lines add up to the lines read");
  assertStringIncludes(section(300_000_000_000_100), "do not add up to the lines read");
});

Deno.test("renderReport: an audit that does not add up is called out", () => {
  const { audit: counted } = exampleRun().shop;
  const audit = { ...counted, rows_kept: counted.rows_kept - 7 };
  assertStringIncludes(
    renderReport(withAudit(audit)),
    "do not add up to the lines read: 7 lines",
  );
});

Deno.test("renderReport: shows file names, never the folders of the machine", () => {
  const run = exampleRun();
  const inputs = ["/home/someone/secret/sales.csv", "C:\\data\\b.csv"]
    .map((path) => ({ ...run.shop.inputs[0], path }));
  const named = renderReport({ ...run, shop: { ...run.shop, inputs } });
  assertStringIncludes(named, "sales.csv");
  assert(!named.includes("secret") && !named.includes("C:\\"));
});

Deno.test("renderReport: writes the currency it is told", () => {
  const run = exampleRun();
  const pounds = renderReport({ ...run, currency: "£" });
  assertStringIncludes(pounds, `£${formatNumber(run.shop.audit.sales.revenue)}`);
  assertStringIncludes(pounds, "revenue (£)");
});

Deno.test("renderReport: shows the lines that stand out, and what became of them", () => {
  const result = { ...resultOf(exampleRun().exploration)!, outliers: OUTLIERS };
  const page = renderReport({ ...exampleRun(), exploration: { kind: "result", result } });
  const rows: string[] = page.match(/<tr class="undone">[\s\S]*?<\/tr>/g) ?? [];
  assertEquals(rows.length, 3);
  for (const cell of ["LITTLE BIRDIE", "cancelled 12 minutes later by C581484", "80,995"]) {
    assertStringIncludes(rows[0], cell);
  }
  assertStringIncludes(words(page), "kept, a service or an adjustment; it names no customer");
});

Deno.test("renderReport: gross, returned and net revenue stand side by side", () => {
  const { audit } = exampleRun().shop;
  const returns = {
    ...audit.returns,
    rows: 8905,
    rows_matched: 8000,
    gross_revenue: 8_887_209,
    returned_revenue: 516_000,
    net_revenue: 8_371_209,
  };
  const shown = renderReport({ ...withAudit({ ...audit, returns }), currency: "£" });
  const text = words(shown).replace(/\s+/g, " ");
  assertStringIncludes(text, "£8.89M gross revenue of known customers");
  assertStringIncludes(text, "£516K returned, 5.8 %");
  assertStringIncludes(text, "£8.37M net revenue");
  const none = withAudit({
    ...audit,
    returns: { ...audit.returns, rows: 0, returned_revenue: 0 },
  });
  assert(!renderReport(none).includes("net revenue"));
});

Deno.test("renderReport: a shop without customers has no section about them", () => {
  const run = exampleRun();
  const page = renderReport({ ...run, shop: { ...run.shop, lacks: ["customer"] } });
  assertStringIncludes(page, "<h1>What the transactions say about the shop</h1>");
  assertStringIncludes(page, "The file names no customers, so there are no segments");
  for (const id of ["customers", "predictions", "worth"]) {
    assert(!page.includes(`id="${id}"`) && !page.includes(`href="#${id}"`), id);
  }
});
