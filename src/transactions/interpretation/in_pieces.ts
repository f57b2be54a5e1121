import { sameText } from "../../frames/coded.ts";
import type { Dispensable } from "../mapping/essential_columns.ts";
import type { TableLines } from "../mapping/transaction_lines.ts";
import type { ReadingNote } from "./reading_note.ts";

/**
 * Says what a table does without, and counts pieces where it names no amount: each is worth 1.
 *
 * @param table Lines as text.
 * @returns The lines, with a price of 1 where the table has no amounts; what it lacks, and notes.
 */
export function inPieces(table: TableLines): {
  readonly table: TableLines;
  readonly lacks: readonly Dispensable[];
  readonly notes: readonly ReadingNote[];
} {
  const { mapping, input, height, columns } = table;
  const hasAmount = [mapping.unit_price, mapping.line_total, mapping.order_total]
    .some((header) => header !== undefined);
  const notes: ReadingNote[] = [];
  if (mapping.customer_id === undefined) {
    notes.push({
      topic: "customers",
      sentence: `${input} has no column of customers: segments, predictions, lifetime values and ` +
        `recommendations are left out; sales, rules of baskets and similar products are there.`,
    });
  }
  if (!hasAmount) {
    notes.push({
      topic: "amounts",
      sentence:
        `${input} has no column of prices or totals: every amount counts pieces, not money.`,
    });
  }
  const lacks: Dispensable[] = [
    ...(mapping.customer_id === undefined ? ["customer" as const] : []),
    ...(hasAmount ? [] : ["amount" as const]),
  ];
  if (hasAmount) return { table, lacks, notes };
  const one = sameText("1", height);
  return {
    lacks,
    notes,
    table: {
      ...table,
      mapping: {
        ...mapping,
        unit_price: PIECES,
        quantity: mapping.quantity ?? PIECES,
      },
      columns: {
        ...columns,
        unit_price: one,
        quantity: mapping.quantity === undefined ? one : columns.quantity,
      },
    },
  };
}

/** What stands for the header of a price that no file has. */
const PIECES = "(1 per piece)";
