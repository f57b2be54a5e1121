import pl, { type DataFrame, type Series } from "nodejs-polars";
import { type Fault, NONE } from "./account_for.ts";
import { allRows, rowsWith } from "../../frames/choose_rows.ts";
import {
  type Coded,
  type CodedNumbers,
  type CodedTexts,
  numbersAt,
  ranksOf,
  spread,
} from "../../frames/coded.ts";
import { frameWriter } from "../../frames/coded_frame.ts";
import { dateSeries } from "../../frames/columns.ts";
import { fromMillionths } from "../../frames/money.ts";
import { radixOrder } from "../../frames/radix_order.ts";
import { TRANSACTION_COLUMNS } from "../mapping/column_synonyms.ts";
import { isServiceProduct } from "../service_products.ts";
import type { TypedLines } from "../interpretation/typed_lines.ts";

/** Writes lines out as dataframes. */
export interface LineFrames {
  /** Lines with their types, `revenue`, `is_return` and `is_service`, in the order given. */
  readonly checked: (rows: Int32Array) => DataFrame;
  /** The lines with a fault, by input and line: the fault's column and reason, the texts as they came. */
  readonly rejected: () => DataFrame;
}

/**
 * Makes ready to write lines out as dataframes; the texts of all share the memory of the distinct ones.
 *
 * @param faultOfRow Per line the position of its fault, or `NONE`.
 */
export function lineFrames(
  lines: TypedLines,
  faultOfRow: Int32Array,
  faults: readonly Fault[],
): LineFrames {
  const { input, line, invoice_date, product_id, quantity, unit_price, asItCame } = lines;
  const isReturn = Array.from(quantity.values, (pieces) => pieces < 0);
  const isService = product_id.values.map(isServiceProduct);
  const typed = {
    invoice_id: texts(lines.invoice_id),
    product_id: texts(product_id),
    description: texts(lines.description),
    quantity: numbers(quantity),
    invoice_date: { ...invoice_date, values: dateSeries("", invoice_date.values) },
    unit_price: numbers(unit_price),
    customer_id: texts(lines.customer_id),
    country: texts(lines.country),
    is_return: { ...quantity, values: pl.Series("", isReturn, pl.Bool) },
    is_service: { ...product_id, values: pl.Series("", isService, pl.Bool) },
  };
  const came = Object.fromEntries(
    Object.entries(asItCame).flatMap(([name, column]) =>
      column === undefined ? [] : [[
        `${name}_text`,
        column === (lines as unknown as Record<string, unknown>)[name]
          ? (typed as Record<string, Coded<Series>>)[name]
          : texts(column),
      ]]
    ),
  );
  const ofFault = (values: string[]) => texts({ codes: faultOfRow, values });
  const write = frameWriter({
    ...typed,
    ...came,
    input: texts(input),
    line: { codes: allRows(lines.height), values: pl.Series("", line, pl.Int32) },
    column: ofFault(faults.map(({ column }) => column)),
    reason: ofFault(faults.map(({ reason }) => reason)),
  });
  const sameNames = Object.fromEntries(Object.keys(typed).map((name) => [name, name]));
  const inOrder = [...TRANSACTION_COLUMNS, "revenue", "is_return", "is_service"];
  return {
    checked: (rows) =>
      write(rows, sameNames).withColumns(
        pl.Series("revenue", fromMillionths(numbersAt(lines.worth, rows)), pl.Float64),
      ).select(...inOrder),
    rejected: () => {
      const first = ["input", "line", "column", "reason"], last = ["line_total", "record"];
      const names = [...first, ...TRANSACTION_COLUMNS, ...last].flatMap((name) =>
        `${name}_text` in came
          ? [[name, `${name}_text`]]
          : last.includes(name)
          ? []
          : [[name, name]]
      );
      return write(rowsAtFault(lines, faultOfRow), Object.fromEntries(names));
    },
  };
}

function texts({ codes, values }: CodedTexts): Coded<Series> {
  return { codes, values: pl.Series("", values as string[], pl.Utf8) };
}

function numbers({ codes, values }: CodedNumbers): Coded<Series> {
  return { codes, values: pl.Series("", values, pl.Float64) };
}

/** By input and line. */
function rowsAtFault({ height, input, line }: TypedLines, faultOfRow: Int32Array): Int32Array {
  const isAtFault = new Uint8Array(height);
  for (let row = 0; row < height; row++) if (faultOfRow[row] !== NONE) isAtFault[row] = 1;
  const rows = rowsWith(isAtFault, 1);
  if (input.values.length === 1 && isRising(line)) return rows;
  return radixOrder(rows, [spread(input, ranksOf(input.values)), line]);
}

function isRising(line: Int32Array): boolean {
  for (let row = 1; row < line.length; row++) if (line[row] <= line[row - 1]) return false;
  return true;
}
