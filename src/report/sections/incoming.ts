import { formatMoney, inUnit } from "../../words/money.ts";
import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import { capitalise } from "../../words/sentences.ts";
import { html, type Markup } from "../parts/html.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { sentencesByInput } from "../../transactions/interpretation/sentences_by_input.ts";
import type { Audit } from "../../transactions/cleaning/audit.ts";
import { section } from "../parts/section.ts";
import { table } from "../parts/table.ts";

/** Writes what came in: lines read, rejected by reason, and kept, with sums that can be checked. */
export function incoming({ shop: { audit, columns, notes }, currency }: RunResult): Markup {
  const share = (rows: number) =>
    formatPercent(audit.rows_read > 0 ? rows / audit.rows_read : null, 1);
  const money = (value: number) => formatMoney(value, currency);
  const line = (label: string, rows: number, revenue: number, kind?: "sum") => ({
    kind,
    cells: [label, formatNumber(rows), share(rows), formatNumber(revenue, 2)],
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
        line("rejected in total", rejected.rows, rejected.revenue, "sum"),
        line("kept", audit.rows_kept, audit.revenue_kept, "sum"),
      ])
    }</div>
<p>${balance(audit)} ${sales(audit, money)} ${net(audit, money)}</p>
${howRead(columns)}
${decided(notes, columns)}`,
  );
}

/** What was decided about dates, customers, orders and amounts. */
function decided(
  notes: RunResult["shop"]["notes"],
  columns: RunResult["shop"]["columns"],
): Markup | null {
  if (notes.length === 0) return null;
  const inputs = [...new Set(columns.map(({ input }) => input))];
  const sentences = [...sentencesByInput(notes, inputs)].flatMap(([input, own]) =>
    own.map((sentence) =>
      inputs.length < 2 ? capitalise(sentence) : input === "" ? sentence : `${input}: ${sentence}`
    )
  );
  return html`
    <div class="panel">
      <p class="caption">What was decided in reading it</p>
      <ul class="notes">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
    </div>
  `;
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

function sales({ sales, rows_kept }: Audit, money: (value: number) => string): string {
  if (sales.rows === rows_kept) return "";
  return `Lines without a customer id count in the shop's figures ` +
    `(${countOf(sales.rows, "line")} and ${money(sales.revenue)} in total), not in those ` +
    `about customers, orders or returns.`;
}

/** What stayed with the shop, and with whom. */
function net({ net, sales }: Audit, money: (value: number) => string): string {
  const { shop, customers, without_customer } = net;
  const parts = without_customer === 0 || customers === 0
    ? ""
    : `, ${money(customers)} from known customers and ${
      money(without_customer)
    } without a customer`;
  return `Of ${money(sales.revenue)} sold, the shop kept ${money(shop)} net of returns${parts}.`;
}
