import { formatDate } from "../../words/dates.ts";
import { formatName } from "../../words/model_names.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { INK } from "./palette.ts";
import { escapeXml } from "./svg_text.ts";

/** A dataframe, as far as a table reads it; those of Polars are. */
export interface TableFrame {
  readonly columns: readonly string[];
  /** Number of rows. */
  readonly height: number;
  head(rows?: number): TableFrame;
  toRecords(): readonly object[];
}

/** Options of {@linkcode table}. */
export interface TableOptions {
  /** What the table shows. Default: none. */
  readonly caption?: string;
  /** Names of the columns to show, in order. Default: those of the first row. */
  readonly columns?: readonly string[];
  /** Headings by column name. Default: the name in words. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Digits after the point by column name. Default: three significant ones of the largest value. */
  readonly digits?: Readonly<Record<string, number>>;
  /** Rows shown at most; the caption says if there are more. Default 20. */
  readonly limit?: number;
}

type Row = Readonly<Record<string, unknown>>;

/** One column with the way its values are written. */
interface Column {
  readonly name: string;
  readonly label: string;
  /** Numbers stand under one another from the right, all else from the left. */
  readonly side: "left" | "right";
  readonly write: (value: unknown) => string;
}

const SHARE = /(^|_)(share|rate)(_|$)/;
const CELL = "padding:0.25em 0.6em;";
/** Longer text may be broken into lines of about so many characters. */
const LINE = 28;
const RULE = `border-bottom:1px solid ${INK.reference};`;

/**
 * Writes rows as a neat HTML table, as notebooks show it.
 *
 * Numbers are rounded alike within a column, with thousands separators; whole numbers stay whole,
 * and columns named `share` or `rate` with values from 0 to 1 are written as percentages. Text is
 * escaped; what is missing is a dash.
 *
 * @param rows Rows with the same fields, or a dataframe.
 * @param options See {@linkcode TableOptions}.
 * @returns HTML text that needs no style sheet; a sentence where there are no rows.
 *
 * @example
 * ```ts
 * import { table } from "./table.ts";
 * import { assert } from "@std/assert";
 *
 * const rows = [{ reason: "no customer", rows: 135080, share: 0.2493 }];
 * const html = table(rows, { caption: "Lines left out" });
 * assert(html.includes("135,080") && html.includes("24.9\u00a0%"));
 * ```
 */
export function table(rows: readonly object[] | TableFrame, options: TableOptions = {}): string {
  const { caption = "", limit = 20 } = options;
  const count = isFrame(rows) ? rows.height : rows.length;
  const shown = firstRows(rows, limit) as readonly Row[];
  if (shown.length === 0) {
    return `<p>${escapeXml(caption ? `${caption}: no rows.` : "No rows.")}</p>`;
  }
  const names = options.columns ?? Object.keys(shown[0]);
  const columns = names.map((name) => describe(name, shown.map((row) => row[name]), options));
  const head = columns.map(({ label, side }) =>
    `<th scope="col" style="${CELL}${RULE}${wrapping(label)}text-align:${side}">${
      escapeXml(label)
    }</th>`
  );
  const body = shown.map((row) =>
    columns.map(({ name, side, write }) => {
      const text = write(row[name]);
      return `<td style="${CELL}${wrapping(text)}text-align:${side}">${escapeXml(text)}</td>`;
    })
  );
  return `<table style="border-collapse:collapse;margin:0.5em 0;font-variant-numeric:tabular-nums">` +
    captionOf(caption, shown.length, count) +
    `<thead><tr>${head.join("")}</tr></thead>` +
    `<tbody>${body.map((cells) => `<tr>${cells.join("")}</tr>`).join("")}</tbody></table>`;
}

function firstRows(rows: readonly object[] | TableFrame, limit: number): readonly object[] {
  return isFrame(rows) ? rows.head(limit).toRecords() : rows.slice(0, limit);
}

/** A dataframe of Polars answers to any field name, but is no array. */
function isFrame(rows: readonly object[] | TableFrame): rows is TableFrame {
  return !Array.isArray(rows);
}

/** ISO dates, which are written as a person reads them. */
const DATES = /\b\d{4}-\d{2}-\d{2}\b/g, DATE = /^\d{4}-\d{2}-\d{2}$/;

function captionOf(caption: string, shown: number, count: number): string {
  const part = shown < count ? `first ${formatNumber(shown)} of ${formatNumber(count)} rows` : "";
  const title = caption.replaceAll(DATES, formatDate);
  const text = title && part ? `${title} (${part})` : title || part;
  const style = "caption-side:top;text-align:left;padding:0.25em 0.6em;font-weight:600";
  return text ? `<caption style="${style}">${escapeXml(text)}</caption>` : "";
}

function describe(name: string, values: readonly unknown[], options: TableOptions): Column {
  const label = options.labels?.[name] ?? formatName(name);
  const known = values.filter((value) => value !== null && value !== undefined);
  if (known.length === 0 || !known.every((value) => typeof value === "number")) {
    return { name, label, side: "left", write: writeText };
  }
  const largest = Math.max(...known.map((value) => Number.isFinite(value) ? Math.abs(value) : 0));
  const isShare = SHARE.test(name) && largest <= 1;
  const digits = options.digits?.[name] ??
    (isShare ? 1 : known.every((value) => value % 1 === 0) ? 0 : significantDigits(largest));
  const write = isShare ? formatPercent : formatNumber;
  return { name, label, side: "right", write: (value) => write(value as number, digits) };
}

/** Short text stays on one line; long text is broken where the table would not fit. */
function wrapping(text: string): string {
  return text.length <= LINE ? "white-space:nowrap;" : `min-width:${LINE / 2}em;`;
}

/** Digits after the point that show three significant ones of a value. */
function significantDigits(value: number): number {
  return Math.max(0, Math.min(6, 3 - Math.ceil(Math.log10(value))));
}

function writeText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "number") return formatNumber(value, value % 1 ? 2 : 0);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (!(value instanceof Date)) return String(value).replace(DATE, formatDate);
  const [day, time] = value.toISOString().split("T");
  return time.startsWith("00:00:00") ? formatDate(day) : `${formatDate(day)}, ${time.slice(0, 5)}`;
}
