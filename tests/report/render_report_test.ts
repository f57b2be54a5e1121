import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parseHTML } from "linkedom";
import { emptyReportInput } from "../../src/report/empty_report_input.ts";
import { renderReport } from "../../src/report/render_report.ts";
import type { ReportInput } from "../../src/report/report_input.ts";
import { exampleInput } from "./example_input.ts";
import { slowTest } from "../slow.ts";

const ATTACK = `</style></svg><script>alert("x")</script><img src=x onerror='alert(1)'>&`;
const page = renderReport(exampleInput());

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

/** The same data with every text replaced. */
function withTexts(value: unknown, text: (key: string) => string, key = ""): unknown {
  if (typeof value === "string") {
    const code = ["month", "cohort", "asOf", "kind", "feature"].includes(key) ||
      key.endsWith("_of");
    return code ? value : text(value);
  }
  if (Array.isArray(value)) return value.map((item) => withTexts(item, text, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withTexts(item, text, name)]),
  );
}

/** The same data with every measured number missing. */
function withoutNumbers(value: unknown): unknown {
  if (typeof value === "number") return null;
  if (Array.isArray(value)) return value.map(withoutNumbers);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === "horizon_days" ? item : withoutNumbers(item),
    ]),
  );
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
  for (
    const figure of [
      "4,338",
      "18,532",
      "3,665",
      "8,887,209",
      "135,080",
      "High-Value",
      "8.89M",
      "524,878 lines",
      "better than the best baseline",
      "add up to the lines read",
    ]
  ) assertStringIncludes(text, figure);
  assert(!/\d\.\d{4,}/.test(text), "no raw decimals");
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

Deno.test("renderReport: the same input gives the same bytes", () => {
  assertEquals(renderReport(exampleInput()), page);
});

Deno.test("renderReport: leaves its input as it was", () => {
  const freeze = (value: unknown): unknown => {
    if (value !== null && typeof value === "object") Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  assertEquals(renderReport(freeze(exampleInput()) as ReportInput), page);
});

slowTest("renderReport: escapes hostile text wherever it comes from", () => {
  const hostile = withTexts(exampleInput(), (text) => text + ATTACK) as ReportInput;
  const attacked = renderReport({ ...hostile, currency: ATTACK });
  assertSound(attacked);
  assertStringIncludes(attacked, "&lt;script&gt;");
  // All descriptions the same, down to the names of the segments: nothing collides.
  assertSound(renderReport(withTexts(exampleInput(), () => ATTACK) as ReportInput));
});

Deno.test("renderReport: nothing measured is said in words", () => {
  const empty = renderReport(emptyReportInput("Nothing yet", "2011-12-10"));
  assertSound(empty);
  assertStringIncludes(empty, "This was not measured in this run.");
  assertStringIncludes(empty, "There is not enough data to form segments.");
});

Deno.test("renderReport: every number missing is said in words", () => {
  assertSound(renderReport(withoutNumbers(exampleInput()) as ReportInput));
});

Deno.test("renderReport: a task without enough data gives its reason", () => {
  const input = exampleInput();
  const reason = "the file covers 40 days, but 182 are needed.";
  const tasks = Object.fromEntries(
    Object.keys(input.metrics.tasks).map((key) => [key, { kind: "not_enough_data", reason }]),
  );
  const short = renderReport({ ...input, metrics: { ...input.metrics, tasks } } as ReportInput);
  assertSound(short);
  assertEquals(short.split(reason).length - 1, 10, "five in the findings, five in the sections");
});

Deno.test("renderReport: an audit of trillions adds up as far as numbers can tell", () => {
  const input = exampleInput();
  // Neighbours among the numbers of this size are .06 apart.
  const [kept, lost] = [170_000_000_000_000.1, 130_000_000_000_000.3];
  const rejected = [{ ...input.audit.rejected[0], rows: 1, revenue: lost }];
  const audit = { ...input.audit, rows_read: 2, rows_kept: 1, rejected, revenue_kept: kept };
  const page = (revenue_read: number) =>
    renderReport({ ...input, audit: { ...audit, revenue_read } });
  assertStringIncludes(page(300_000_000_000_000.45), "lines add up to the lines read");
  assertStringIncludes(page(300_000_000_000_100), "do not add up to the lines read");
});

Deno.test("renderReport: an audit that does not add up is called out", () => {
  const input = exampleInput();
  const audit = { ...input.audit, rows_kept: input.audit.rows_kept - 7 };
  assertStringIncludes(
    renderReport({ ...input, audit }),
    "do not add up to the lines read: 7 lines",
  );
});

Deno.test("renderReport: shows file names, never the folders of the machine", () => {
  const inputs = [{ path: "/home/someone/secret/sales.csv", rows: 3 }, {
    path: "C:\\data\\b.csv",
    rows: 1,
  }];
  const named = renderReport({ ...exampleInput(), inputs });
  assertStringIncludes(named, "sales.csv");
  assert(!named.includes("secret") && !named.includes("C:\\"));
});

Deno.test("renderReport: writes the currency it is told", () => {
  const pounds = renderReport({ ...exampleInput(), currency: "£" });
  assertStringIncludes(pounds, "£8,887,209");
  assertStringIncludes(pounds, "revenue (£)");
});

Deno.test("renderReport: shows the lines that stand out, and what became of them", () => {
  const rows: string[] = page.match(/<tr class="undone">[\s\S]*?<\/tr>/g) ?? [];
  assertEquals(rows.length, 3);
  for (const cell of ["LITTLE BIRDIE", "cancelled 12 minutes later by C581484", "80,995"]) {
    assertStringIncludes(rows[0], cell);
  }
  assertStringIncludes(words(page), "kept, a service or an adjustment; it names no customer");
});

Deno.test("renderReport: gross, returned and net revenue stand side by side", () => {
  const text = words(renderReport({ ...exampleInput(), currency: "£" })).replace(/\s+/g, " ");
  assertStringIncludes(text, "£8.89M gross revenue of known customers (£)");
  assertStringIncludes(text, "£516K of it came back, 5.8 %");
  assertStringIncludes(text, "£8.37M net revenue");
  const { returns: _, ...audit } = exampleInput().audit;
  assert(!renderReport({ ...exampleInput(), audit }).includes("net revenue"));
});
