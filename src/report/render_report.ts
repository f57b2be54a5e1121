import { finished, html, type Markup } from "./parts/html.ts";
import type { RunResult } from "../pipeline/run_pipeline.ts";
import { assortment } from "./sections/assortment.ts";
import { caveats } from "./sections/caveats.ts";
import { customers } from "./sections/customers.ts";
import { decisions } from "./sections/decisions.ts";
import { findings, TITLE } from "./sections/findings.ts";
import { forecast } from "./sections/forecast.ts";
import { incoming } from "./sections/incoming.ts";
import { offers } from "./sections/offers.ts";
import { overTime } from "./sections/over_time.ts";
import { predictions } from "./sections/predictions.ts";
import { returned } from "./sections/returned.ts";
import { segmentEvidence } from "./sections/segment_evidence.ts";
import { worth } from "./sections/worth.ts";
import { STYLE } from "./parts/style.ts";

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
  ["offers", "Recommendations"],
  ["caveats", "Caveats"],
];

/**
 * Renders the report: one self-contained HTML page with findings, charts and tables.
 *
 * The page needs no network, no script and no other file; every text is escaped. The same run gives
 * the same bytes.
 *
 * @param run What a run found out; what is missing is said in words.
 * @returns HTML text.
 * @throws {Error} If the metrics of the run could not be collected.
 *
 * @example
 * ```ts
 * import { runPipeline } from "../pipeline/run_pipeline.ts";
 * import { renderReport } from "./render_report.ts";
 * import { assert } from "@std/assert";
 *
 * const path = Deno.makeTempFileSync({ suffix: ".csv" });
 * Deno.writeTextFileSync(path, `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID
 * 1,A,<small> lamp,2,2024-05-01,1.5,7
 * `);
 * const page = renderReport(runPipeline([path]));
 * assert(page.startsWith("<!doctype html>"));
 * assert(page.includes("&lt;small&gt; lamp"));
 * ```
 */
export function renderReport(run: RunResult): string {
  return html`
    <!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'">
        <title>${TITLE} – Shopper Spectrum</title>
        <style>${finished(STYLE)}</style>
      </head>
      <body>
    <header id="findings">${findings(run)}</header>
    ${navigation()}
    <main class="page">
    ${[
      incoming(run),
      overTime(run),
      assortment(run),
      returned(run),
      customers(run),
      segmentEvidence(run),
      predictions(run),
      decisions(run),
      worth(run),
      forecast(run),
      offers(run),
      caveats(run),
    ]}</main>
    <footer><div class="page">Made by Shopper Spectrum. This page is self-contained: it loads nothing and sends nothing.</div></footer>
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
