import { NONE } from "./account_for.ts";
import { rowsWith } from "../../frames/choose_rows.ts";
import type { CodedTexts } from "../../frames/coded.ts";
import { CANCELLATION, MISSING_CUSTOMER, type TransactionRule } from "./transaction_rules.ts";
import type { TypedLines } from "../interpretation/typed_lines.ts";

/** Lines after the rules that look at each line alone. */
export interface JudgedLines {
  /** Per line the position of the first rule that it fails, or `NONE`. */
  readonly faultOfRow: Int32Array;
  /** The rows of the lines that can be sold: they fail no rule but the one that asks for a customer. */
  readonly sellable: Int32Array;
  /** The rows of all returns, of customers and without. */
  readonly returned: Int32Array;
}

/**
 * Applies rules to lines; each distinct value is looked at once.
 *
 * @param rules The rules in their order, the one that asks for a customer among them.
 */
export function judgeLines(lines: TypedLines, rules: readonly TransactionRule[]): JudgedLines {
  const faultOfRow = new Int32Array(lines.height).fill(NONE);
  const customerRule = rules.findIndex(({ reason }) => reason === MISSING_CUSTOMER);
  for (let position = rules.length - 1; position >= 0; position--) {
    if (position === customerRule) continue;
    forEachFailing(lines, rules[position], (row) => faultOfRow[row] = position);
  }
  const sellable = rowsWith(faultOfRow, NONE);
  const cancelled = rules.findIndex(({ reason }) => reason === CANCELLATION);
  const returned = rowsWith(faultOfRow, cancelled);
  forEachFailing(lines, rules[customerRule], (row) => {
    if (faultOfRow[row] === NONE || faultOfRow[row] > customerRule) faultOfRow[row] = customerRule;
  });
  return { faultOfRow, sellable, returned };
}

/** Visits the lines that fail a rule, some of them twice; each value is looked at once. */
function forEachFailing(
  lines: TypedLines,
  { when, appliesTo = () => true }: TransactionRule,
  visit: (row: number) => void,
): void {
  for (const fault of when) {
    const rows = "texts" in fault
      ? rowsAtFault(columnOf(lines, fault.texts), fault.fail)
      : rowsAtFault(lines[fault.numbers], fault.fail);
    for (let i = 0; i < rows.length; i++) if (appliesTo(lines, rows[i])) visit(rows[i]);
  }
}

function rowsAtFault<T>(
  { codes, values }: { readonly codes: Int32Array; readonly values: ArrayLike<T> },
  fail: (value: T) => boolean,
): Int32Array {
  const isFault = new Uint8Array(values.length);
  for (let code = 0; code < values.length; code++) isFault[code] = Number(fail(values[code]));
  if (!isFault.includes(1)) return NO_ROWS;
  const rows = new Int32Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) if (isFault[codes[row]] === 1) rows[count++] = row;
  return rows.subarray(0, count);
}

const NO_ROWS = new Int32Array(0);

function columnOf(
  lines: TypedLines,
  name: "invoice_id" | "customer_id" | "record" | "apart" | "outcome",
): CodedTexts {
  if (name === "outcome") return lines.outcome ?? NOTHING;
  if (name === "record" || name === "apart") return lines.asItCame[name] ?? NOTHING;
  return lines[name];
}

const NOTHING: CodedTexts = { codes: new Int32Array(0), values: [] };
