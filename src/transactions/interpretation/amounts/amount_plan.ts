import type { CodedNumbers, CodedTexts } from "../../../frames/coded.ts";
import type { AMOUNT_COLUMNS } from "../../mapping/find_columns.ts";
import type { ReadingNote } from "../reading_note.ts";
import type { Explanations } from "./explanations.ts";

/** A column of amounts, and how it was found. */
export interface AmountColumn {
  readonly header: string;
  readonly numbers: CodedNumbers;
  readonly by: string;
}

/** One of the columns that say what a line is worth. */
export type AmountName = typeof AMOUNT_COLUMNS[number];

/** The columns of a table among which the amount is. */
export interface AmountColumns extends Readonly<Partial<Record<AmountName, AmountColumn>>> {
  readonly source: string;
  readonly order: CodedTexts;
  readonly product: CodedTexts;
  /** Where no column names the orders: the customer and the day of each line. */
  readonly customerDay?: () => CodedTexts;
  /** Other columns of numbers that by their names are a total. */
  readonly rivals: readonly AmountColumn[];
  /** The columns that explain why totals are not what lines come to. */
  readonly explanations: Explanations;
}

/** What a line is worth: price × quantity, its total, or a share of its order's total. */
export type Pays = "unit_price" | "line_total" | "order_total";

/** What each column of amounts is, and what a line is worth. */
export interface AmountPlan extends Readonly<Partial<Record<AmountName, AmountColumn>>> {
  readonly pays: Pays;
  /** Headers of the discounts that are off, where totals prove it: in what pays already, or not. */
  readonly discounts?: {
    readonly headers: readonly string[];
    readonly areIn: boolean;
    readonly because: string;
  };
  /** Shipping and taxes per line in millionths of its order, which are no part of what was sold. */
  readonly without?: Float64Array;
  readonly notes: readonly ReadingNote[];
  readonly evidence: Readonly<Partial<Record<AmountName, readonly string[]>>>;
}

/** Whether the user names a column. */
export function isChosen({ by }: AmountColumn): boolean {
  return by === "named with --map";
}

/** Whether a column is that of a known layout. */
export function isOfLayout({ by }: AmountColumn): boolean {
  return by.startsWith("layout");
}
