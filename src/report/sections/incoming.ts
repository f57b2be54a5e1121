import { formatMoney, inUnit } from "../../words/money.ts";
import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import { html, type Markup } from "../parts/html.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import type { Audit } from "../../transactions/cleaning/audit.ts";
import { section } from "../parts/section.ts";
import { table } from "../parts/table.ts";

/**
 * Writes what came in: lines read, rejected by reason, and kept, with sums that can be checked.
 *
 * @param run What a run found out.
 * @returns A section with the audit table.
 */
export function incoming({ shop: { audit, columns, notes }, currency }: RunResult): Markup {
  const share = (rows: number) =>
    formatPercent(audit.rows_read > 0 ? rows / audit.rows_read : null, 1);
  const money = (value: number) => formatMoney(value, currency);
  const line = (label: string, rows: number, revenue: number, kind?: "sum") => ({
    kind,
    cells: [label, formatNumber(rows), share(rows), money(revenue)],
  });
  const rejected = {
    rows: audit.rejected.reduce((sum, row) => sum + row.rows, 0),
    revenue: audit.rejected.reduce((sum, row) => sum + row.revenue, 0),
  };
  return section(
    "incoming",
    "What came in",
    "Every line of the input is either kept or rejected for one stated reason; the first reason that " +
      "applies counts.",
    html`<div class="panel">${
      table("Lines of the input", [
        { label: "what happened to the line", text: true, long: true },
        { label: "lines" },
        { label: "share of lines" },
        { label: inUnit("revenue", currency) },
      ], [
        line("read", audit.rows_read, audit.revenue_read, "sum"),
        ...audit.rejected.map((row) =>
          line(`rejected: ${row.reason.replaceAll("_", " ")}`, row.rows, row.revenue)
        ),
        line("rejected in all", rejected.rows, rejected.revenue, "sum"),
        line("kept", audit.rows_kept, audit.revenue_kept, "sum"),
      ])
    }</div>
<p>${balance(audit)} ${sales(audit, money)}</p>
${howRead(columns)}
${
      notes.length > 0
        ? html`<ul class="notes">${notes.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>`
        : null
    }`,
  );
}

/** What each column was taken for, and why. */
function howRead(columns: RunResult["shop"]["columns"]): Markup | null {
  if (columns.length === 0) return null;
  const isOne = new Set(columns.map(({ input }) => input)).size === 1;
  return html`<div class="panel">${
    table(
      "How the file was read",
      [
        { label: "column", text: true },
        { label: "in the file", text: true },
        { label: "found", text: true, long: true },
      ],
      columns.map(({ input, column, header, found_by, evidence }) => ({
        cells: [
          column.replaceAll("_", " "),
          isOne ? header : `${header} (${input})`,
          [found_by, ...evidence].join("; "),
        ],
      })),
    )
  }</div>`;
}

/** Says whether the parts add up to the whole, computed here once more. */
function balance(audit: Audit): string {
  const rows = audit.rejected.reduce((sum, row) => sum + row.rows, audit.rows_kept);
  const revenue = audit.rejected.reduce((sum, row) => sum + row.revenue, audit.revenue_kept);
  const difference = Math.abs(revenue - audit.revenue_read);
  // Above 10^13 the nearest numbers that the audit can hold are further apart than a hundredth.
  const size = audit.rejected.reduce((sum, row) => sum + Math.abs(row.revenue), audit.revenue_kept);
  if (rows === audit.rows_read && difference < Math.max(0.01, size * 1e-14)) {
    return "Kept and rejected lines add up to the lines read, in number and in revenue.";
  }
  return `Kept and rejected lines do not add up to the lines read: ` +
    `${countOf(Math.abs(rows - audit.rows_read), "line")} and ${formatNumber(difference, 2)} of ` +
    `revenue are unaccounted for.`;
}

function sales(audit: Audit, money: (value: number) => string): string {
  return `Lines without a customer id count in the shop's figures ` +
    `(${countOf(audit.sales.rows, "line")} and ${
      money(audit.sales.revenue)
    } in all), not in those ` +
    `about customers, orders or returns.`;
}
