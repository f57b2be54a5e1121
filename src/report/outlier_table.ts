import { formatDate } from "../words/dates.ts";
import { formatNumber } from "../words/numbers.ts";
import type { Markup } from "./html.ts";
import { outcomeInWords } from "./outcome_in_words.ts";
import type { ReportOutlier } from "./report_input.ts";
import { standingOut, timesMedian } from "./standing_out.ts";
import { formatMoney, inUnit } from "../words/money.ts";
import { table } from "./table.ts";

/**
 * Writes the lines that stand out as a table: what was ordered, and what became of it.
 *
 * @param lines The lines, the most extreme first; cancelled ones are set apart.
 * @param currency Sign or code of the currency.
 * @returns A table; nothing where no line stands out.
 *
 * @example
 * ```ts
 * import { outlierTable } from "./outlier_table.ts";
 * import { assert } from "@std/assert";
 *
 * assert(outlierTable([])?.markup.includes("not enough data"));
 * ```
 */
export function outlierTable(lines: readonly ReportOutlier[], currency?: string): Markup | null {
  const shown = standingOut(lines);
  if (lines.length > 0 && shown.length === 0) return null;
  return table(
    inUnit("Lines furthest above the median line, by pieces and by revenue", currency),
    [
      { label: "line", text: true, long: true },
      { label: "what became of it", text: true, long: true },
      { label: "ordered", text: true, long: true },
      { label: "pieces" },
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

const product = (line: ReportOutlier): string => line.description || line.product_id;
const invoice = (line: ReportOutlier): string => `invoice ${line.invoice_id}`;

function when(date: string): string {
  const time = date.slice(11, 16);
  return formatDate(date) + (time === "" || time === "00:00" ? "" : `, ${time}`);
}

/** The larger of the two multiples, with what it multiplies. */
function multiple(line: ReportOutlier): string {
  const what = timesMedian(line) === line.times_median_quantity ? "pieces" : "revenue";
  return `${formatNumber(timesMedian(line))} × ${what}`;
}
