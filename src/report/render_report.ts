import { finished, html, type Markup } from "./html.ts";
import type { ReportInput } from "./report_input.ts";
import { assortment } from "./sections/assortment.ts";
import { caveats } from "./sections/caveats.ts";
import { customers } from "./sections/customers.ts";
import { decisions } from "./sections/decisions.ts";
import { findings } from "./sections/findings.ts";
import { forecast } from "./sections/forecast.ts";
import { incoming } from "./sections/incoming.ts";
import { offers } from "./sections/offers.ts";
import { overTime } from "./sections/over_time.ts";
import { predictions } from "./sections/predictions.ts";
import { returned } from "./sections/returned.ts";
import { segmentEvidence } from "./sections/segment_evidence.ts";
import { worth } from "./sections/worth.ts";
import { STYLE } from "./style.ts";

/** Anchors and short names of the sections, in the order of the page. */
const CONTENTS: readonly [string, string][] = [
  ["findings", "Findings"],
  ["incoming", "What came in"],
  ["selling", "Sales"],
  ["assortment", "Assortment"],
  ["returned", "Returns"],
  ["customers", "Customers"],
  ["evidence", "Evidence"],
  ["predictions", "Predictions"],
  ["decisions", "Decision"],
  ["worth", "Value"],
  ["forecast", "Forecast"],
  ["offers", "Offers"],
  ["caveats", "Caveats"],
];

/**
 * Renders the report: one self-contained HTML page with findings, charts and tables.
 *
 * The page needs no network, no script and no other file; every text of the input is escaped. The
 * same input gives the same bytes.
 *
 * @param input Everything that the report shows, computed elsewhere; empty lists and unmeasured
 * tasks are said in words.
 * @returns HTML text.
 *
 * @example
 * ```ts
 * import { emptyReportInput } from "./empty_report_input.ts";
 * import { renderReport } from "./render_report.ts";
 * import { assert } from "@std/assert";
 *
 * const page = renderReport(emptyReportInput("A <small> shop", "2011-12-10"));
 * assert(page.startsWith("<!doctype html>"));
 * assert(page.includes("A &lt;small&gt; shop"));
 * ```
 */
export function renderReport(input: ReportInput): string {
  return html`
    <!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'">
        <title>${input.title} – Shopper Spectrum</title>
        <style>${finished(STYLE)}</style>
      </head>
      <body>
    <header id="findings">${findings(input)}</header>
    ${navigation()}
    <main class="page">
    ${[
      incoming(input),
      overTime(input),
      assortment(input),
      returned(input),
      customers(input),
      segmentEvidence(input),
      predictions(input),
      decisions(input),
      worth(input),
      forecast(input),
      offers(input),
      caveats(input),
    ]}</main>
    <footer><div class="page">Made by Shopper Spectrum. This page is complete in itself: it loads nothing and sends nothing.</div></footer>
      </body>
    </html>
  `.markup + "\n";
}

function navigation(): Markup {
  return html`
    <nav aria-label="Contents">
      <ol class="page">${CONTENTS.map(([id, name]) =>
        html`<li><a href="#${id}">${name}</a></li>`
      )}</ol>
    </nav>
  `;
}
