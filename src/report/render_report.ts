import { finished, html, type Markup } from "./parts/html.ts";
import type { RunResult } from "../pipeline/run_pipeline.ts";
import { assortment } from "./sections/assortment.ts";
import { caveats } from "./sections/caveats.ts";
import { customers } from "./sections/customers.ts";
import { decisions } from "./sections/decisions.ts";
import { findings, titleOf } from "./sections/findings.ts";
import { forecast } from "./sections/forecast.ts";
import { incoming } from "./sections/incoming.ts";
import { offers } from "./sections/offers.ts";
import { overTime } from "./sections/over_time.ts";
import { predictions } from "./sections/predictions.ts";
import { returned } from "./sections/returned.ts";
import { segmentEvidence } from "./sections/segment_evidence.ts";
import { worth } from "./sections/worth.ts";
import { STYLE } from "./parts/style.ts";

/** The sections: anchor, short name, how it is written, whether it is about customers alone. */
const SECTIONS: readonly {
  readonly id: string;
  readonly name: string;
  readonly write: (run: RunResult) => Markup;
  readonly needsCustomers?: true;
}[] = [
  { id: "incoming", name: "What came in", write: incoming },
  { id: "selling", name: "Sales", write: overTime },
  { id: "assortment", name: "Assortment", write: assortment },
  { id: "returned", name: "Returns", write: returned },
  { id: "customers", name: "Customers", write: customers, needsCustomers: true },
  { id: "evidence", name: "Evidence", write: segmentEvidence, needsCustomers: true },
  { id: "predictions", name: "Predictions", write: predictions, needsCustomers: true },
  { id: "decisions", name: "Decision", write: decisions, needsCustomers: true },
  { id: "worth", name: "Value", write: worth, needsCustomers: true },
  { id: "forecast", name: "Forecast", write: forecast, needsCustomers: true },
  { id: "offers", name: "Recommendations", write: offers },
  { id: "caveats", name: "Caveats", write: caveats },
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
  const hasCustomers = !run.shop.lacks.includes("customer");
  const sections = SECTIONS.filter(({ needsCustomers }) => hasCustomers || !needsCustomers);
  return html`
    <!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'">
        <title>${titleOf(run)} – Shopper Spectrum</title>
        <style>${finished(STYLE)}</style>
      </head>
      <body>
    <header id="findings">${findings(run)}</header>
    ${navigation(sections)}
    <main class="page">
    ${sections.map(({ write }) => write(run))}</main>
    <footer><div class="page">Made by Shopper Spectrum. This page is self-contained: it loads nothing and sends nothing.</div></footer>
      </body>
    </html>
  `.markup + "\n";
}

function navigation(sections: typeof SECTIONS): Markup {
  return html`
    <nav aria-label="Contents">
      <ol class="page">${[{ id: "findings", name: "Findings" }, ...sections].map(({ id, name }) =>
        html`<li><a href="#${id}">${name}</a></li>`
      )}</ol>
    </nav>
  `;
}
