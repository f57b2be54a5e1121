import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { table, type TableOptions } from "../../../src/figures/drawing/table.ts";

import pl from "nodejs-polars";

/** The texts of the cells, row by row, the headings first. */
function cells(rows: Parameters<typeof table>[0], options?: TableOptions): string[][] {
  const lines = table(rows, options).match(/<tr>.*?<\/tr>/g) ?? [];
  return lines.map((line) =>
    [...line.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text)
  );
}

Deno.test("table: numbers of a column are rounded alike, with thousands separators", () => {
  const rows = [{ revenue: 8887208.894, silhouette: 0.40542, mean: 42.125 }, {
    revenue: -3,
    silhouette: -0.1,
    mean: 7,
  }];
  assertEquals(cells(rows), [
    ["revenue", "silhouette", "mean"],
    ["8,887,209", "0.405", "42.1"],
    ["\u22123", "\u22120.100", "7.0"],
  ]);
});

Deno.test("table: whole numbers stay whole, shares become percentages", () => {
  const rows = [{ customers: 4338, smallest_share: 0.0062, share: 1 }];
  assertEquals(cells(rows)[1], ["4,338", "0.6\u00a0%", "100.0\u00a0%"]);
  assertEquals(cells([{ share: 35 }])[1], ["35"]);
});

Deno.test("table: numbers are aligned right, text left", () => {
  const html = table([{ country: "EIRE", customers: 3 }]);
  assertStringIncludes(html, 'text-align:left">EIRE</td>');
  assertStringIncludes(html, 'text-align:right">3</td>');
  assertStringIncludes(html, 'text-align:right">customers</th>');
});

Deno.test("table: long text may be broken into lines, short text and numbers may not", () => {
  const html = table([{ action: "Win them back cheaply, once, and not again", rows: 135080 }]);
  assertStringIncludes(html, 'min-width:14em;text-align:left">Win them');
  assertStringIncludes(html, 'white-space:nowrap;text-align:right">135,080');
});

Deno.test("table: text and headings are escaped", () => {
  const html = table([{ "<i>": '<script>alert("x")</script> & \u0000' }], { caption: "<b>" });
  assert(!html.includes("<script>") && !html.includes("<i>") && !html.includes("<b>"));
  assert(!html.includes("\u0000"));
  assertStringIncludes(html, "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; ");
});

Deno.test("table: what is missing is a dash, dates and truth values are words", () => {
  const rows = [
    {
      n: null,
      text: "",
      day: new Date("2011-12-09"),
      at: new Date("2011-12-09T12:50Z"),
      yes: true,
    },
    { n: NaN, text: undefined, day: null, at: null, yes: false },
    { n: 1.5, text: "a", day: null, at: null, yes: null },
  ];
  assertEquals(cells(rows).slice(1), [
    ["–", "–", "9 Dec 2011", "9 Dec 2011, 12:50", "yes"],
    ["–", "–", "–", "–", "no"],
    ["1.50", "a", "–", "–", "–"],
  ]);
});

Deno.test("table: columns, headings and digits can be chosen", () => {
  const options = { columns: ["k", "inertia"], labels: { k: "clusters" }, digits: { inertia: 2 } };
  assertEquals(cells([{ inertia: 6481.234, other: 1, k: 2 }], options), [
    ["clusters", "inertia"],
    ["2", "6,481.23"],
  ]);
});

Deno.test("table: beyond the limit the caption counts the rows", () => {
  const rows = Array.from({ length: 3 }, (_, n) => ({ n }));
  assertEquals(cells(rows, { limit: 2 }).length, 3);
  assertStringIncludes(table(rows, { limit: 2, caption: "N" }), ">N (first 2 of 3 rows)</caption>");
  assertStringIncludes(table(rows, { limit: 2 }), ">first 2 of 3 rows</caption>");
  assert(!table(rows).includes("<caption"));
});

Deno.test("table: no rows are a sentence", () => {
  assertEquals(table([], { caption: "Returns" }), "<p>Returns: no rows.</p>");
  assertEquals(table(pl.DataFrame({ n: [1] }).head(0)), "<p>No rows.</p>");
});

Deno.test("table: a dataframe of Polars is shown like rows, and not changed", () => {
  const frame = pl.DataFrame({ country: ["EIRE", "Spain"], revenue: [1500.5, 20.25] });
  assertEquals(cells(frame, { limit: 1 }), [["country", "revenue"], ["EIRE", "1,501"]]);
  assertEquals(frame.height, 2);
});
