import { formatMoney, inUnit } from "../../words/money.ts";
import { countOf, formatNumber } from "../../words/numbers.ts";
import { formatDate } from "../../words/dates.ts";
import { finiteRows } from "../../figures/drawing/finite_rows.ts";
import type { Markup } from "./html.ts";
import { outcomeInWords } from "../in_words/outcome_in_words.ts";
import type { OutlierRow } from "../../exploration/outlier_orders.ts";
import { FAR_ABOVE, standingOut, timesMedian } from "./standing_out.ts";
import { table } from "./table.ts";
import { joinWords, NO_DATA } from "../../words/sentences.ts";

/**
 * Writes the lines that stand out as a table: what was ordered, and what became of it.
 *
 * @param lines The lines, the most extreme first; cancelled ones are set apart.
 */
export function outlierTable(lines: readonly OutlierRow[], currency?: string): Markup | null {
  const shown = standingOut(lines);
  if (lines.length > 0 && shown.length === 0) return null;
  return table(
    inUnit("Lines furthest above the median line, by items and by revenue", currency),
    [
      { label: "line", text: true, long: true },
      { label: "outcome", text: true, long: true },
      { label: "ordered", text: true, long: true },
      { label: "items" },
      { label: "revenue" },
      { label: "times the median" },
    ],
    shown.map((line) => ({
      kind: line.cancelled_by === "" ? undefined : "undone",
      cells: [
        product(line) || invoice(line),
        outcomeInWords(line),
        when(line.invoice_date) + (product(line) ? `, ${invoice(line)}` : ""),
        formatNumber(line.quantity, line.quantity % 1 ? 2 : 0),
        formatMoney(line.revenue, currency),
        multiple(line),
      ],
    })),
  );
}

const product = (line: OutlierRow): string => line.description || line.product_id;
const invoice = (line: OutlierRow): string => `invoice ${line.invoice_id}`;

function when(date: string): string {
  const time = date.slice(11, 16);
  return formatDate(date) + (time === "" || time === "00:00" ? "" : `, ${time}`);
}

/** The larger of the two multiples, with what it multiplies. */
function multiple(line: OutlierRow): string {
  const what = timesMedian(line) === line.times_median_quantity ? "items" : "revenue";
  return `${formatNumber(timesMedian(line))} × ${what}`;
}

/** Reads the lines that stand out: how many were cancelled, kept, or cannot be followed. */
export function outliersInWords(rows: readonly OutlierRow[], currency?: string): string {
  const known = finiteRows(rows, "revenue", "quantity");
  if (known.length === 0) return NO_DATA;
  const lines = standingOut(known);
  if (lines.length === 0) {
    return `No line has ${FAR_ABOVE} times the items or the revenue of the median line.`;
  }
  const cancelled = lines.filter((line) => line.cancelled_by !== "");
  const open = lines.filter((line) => line.cancelled_by === "");
  const lost = open.filter((line) => line.customer_id === "");
  const worth = cancelled.map((line) => line.revenue).sort((a, b) => a - b)
    .reduce((sum, revenue) => sum + revenue, 0);
  const undone = cancelled.length === 0
    ? ""
    : `; what was cancelled, ${formatMoney(worth, currency)}, is still part of the gross revenue ` +
      `in the figures above`;
  const counts = [
    were(cancelled.length, "cancelled"),
    were(open.length - lost.length, "kept"),
    lost.length > 0 && `${countOf(lost.length, "names", "name")} no customer to follow`,
  ].filter((part) => part !== false);
  const all = `${
    lines.length === 1 ? "line" : `${lines.length} lines`
  } furthest above the median line`;
  // "Of the 9 lines 9 were kept" says less than "The 9 lines were kept".
  const told = counts.length === 1
    ? `The ${all} ${counts[0].replace(/^\S+ /, "")}`
    : `Of the ${all}, ${joinWords(counts)}`;
  return `${told}${undone}.`;
}

const were = (count: number, what: string): string | false =>
  count > 0 && `${countOf(count, "was", "were")} ${what}`;
