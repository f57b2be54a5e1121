import {
  type CodedNumbers,
  type CodedTexts,
  joinNumbers,
  joinTexts,
  sameText,
} from "../../frames/coded.ts";
import type { Dispensable } from "../mapping/essential_columns.ts";
import { inPieces } from "./in_pieces.ts";
import { carryDown } from "./carry_down.ts";
import { cancelledByLetter } from "./cancelled_by_letter.ts";
import { idsOrNames, ordersOrDays } from "./ids.ts";
import { people, type PeopleOptions, refuseDamaged } from "./people.ts";
import { type CurrencyOptions, inOneCurrency, lineCurrencies } from "./orders/currencies.ts";
import { type DiscountOptions, orderDiscounts } from "./orders/order_discounts.ts";
import { amountUnit } from "./orders/money_words.ts";
import { orderKeys } from "./orders/order_keys.ts";
import {
  orderOutcomes,
  type OutcomeOptions,
  refuseUnseenStatuses,
} from "./orders/order_outcomes.ts";
import { orderRefunds, refundsBelowZero } from "./orders/order_refunds.ts";
import type { ReadingNote } from "./reading_note.ts";
import type { ReadAmountsOptions } from "./amounts/read_amounts.ts";
import { tableAmounts } from "./amounts/table_amounts.ts";
import { tableDates, type TableDatesOptions } from "./dates/table_dates.ts";
import type { AmountPlan } from "./amounts/amount_plan.ts";
import type { ColumnTaken } from "../mapping/column_taken.ts";
import type { TableLines, TransactionLines } from "../mapping/transaction_lines.ts";

/** How dates, numbers and orders are meant, where the columns do not show it. */
export type TypedLinesOptions =
  & TableDatesOptions
  & ReadAmountsOptions
  & OutcomeOptions
  & DiscountOptions
  & CurrencyOptions
  & Pick<PeopleOptions, "keepDamagedIds">;

/** Transaction lines with their types; what cannot be read is NaN, never a guess. */
export interface TypedLines {
  readonly height: number;
  /** The name of each line's table, and its line number there. */
  readonly input: CodedTexts;
  readonly line: Int32Array;
  /** Where a line has no invoice, a customer's day is one, and a line without a customer. */
  readonly invoice_id: CodedTexts;
  /** Where a line has no product id, its name. */
  readonly product_id: CodedTexts;
  readonly description: CodedTexts;
  readonly customer_id: CodedTexts;
  readonly country: CodedTexts;
  /** Finite, or NaN. */
  readonly quantity: CodedNumbers;
  /** Milliseconds since 1970, the shop's wall clock taken as UTC, or NaN. */
  readonly invoice_date: CodedNumbers;
  /** Where a line has a total, what follows from it, finite or not. */
  readonly unit_price: CodedNumbers;
  /** Where some lines have a total in place of a price: the totals, NaN for the other lines. */
  readonly line_total?: CodedNumbers;
  /**
   * What each line is worth in whole millionths, its total or quantity × price: see `exactProduct`. NaN
   * where it cannot be read, `Infinity` where it cannot be counted.
   */
  readonly worth: CodedNumbers;
  /**
   * Why each line is no sale: `not_a_sale`, `order_failed`, `order_cancelled`, `order_unpaid` or
   * `other_currency`; empty for all others. Absent where no table tells of such.
   */
  readonly outcome?: CodedTexts;
  /**
   * Whole millionths of each line that came back by what its order says (a refunded amount, the word
   * "refunded"), apart from lines that are returns themselves; absent where nothing did. Parts of an
   * order's refund go by the worth of its lines, and may exceed what a line is worth.
   */
  readonly refunded?: Float64Array;
  /** The currency of each line as its table says, empty where it does not; absent where none does. */
  readonly currency?: CodedTexts;
  /** The one currency of all lines that count, where it is known. */
  readonly shopCurrency?: string;
  /** The texts of these as they came. */
  readonly asItCame: {
    readonly invoice_id: CodedTexts;
    readonly product_id: CodedTexts;
    readonly customer_id: CodedTexts;
    readonly country: CodedTexts;
    readonly quantity: CodedTexts;
    readonly invoice_date: CodedTexts;
    readonly unit_price: CodedTexts;
    readonly line_total?: CodedTexts;
    /** The text of each line that does not fit its table, empty for all others. */
    readonly record?: CodedTexts;
    /** Why a line is no line of its table, empty for all others. */
    readonly apart?: CodedTexts;
  };
  /** Per line whether it names its invoice, its table any quantity; 1 for yes. */
  readonly hasInvoices: Uint8Array;
  readonly hasPieces: Uint8Array;
  /** Per line 1 where an order number of C and digits cancels, as far as its table shows. */
  readonly isCancelledByLetter: Uint8Array;
  /** The tables of the lines, one below the other, for what they say beyond all this. */
  readonly tables: readonly TableLines[];
  /** What each column was taken for. */
  readonly taken: readonly ColumnTaken[];
  /** What none of the tables has. */
  readonly lacks: readonly Dispensable[];
  /** What was found out on the way. */
  readonly notes: readonly ReadingNote[];
}

/**
 * Gives transaction lines their types. Each table shows by itself how its dates and numbers are
 * written, and what is true of a text is found out once.
 *
 * Where a line has a total in place of a price, that is the revenue; without a quantity it is one
 * piece. Ids stay text.
 *
 * @param lines Lines as text, see `transactionLines`.
 * @throws {InputError} If dates, the decimal mark, a state, a discount or the currency are ambiguous,
 * or too much cannot be read.
 */
export function typedLines(lines: TransactionLines, options: TypedLinesOptions = {}): TypedLines {
  refuseUnseenStatuses(lines.tables, options.statuses);
  const typed = lines.tables.map((table) => typedTable(table, options));
  return inOneCurrency(typed.length === 1 ? typed[0] : joined(typed), options);
}

function typedTable(raw: TableLines, options: TypedLinesOptions): TypedLines {
  const { table: filled, notes: carried } = carryDown(raw);
  const { table, lacks, notes: missing } = inPieces(filled);
  const { input: source, height, line, columns, mapping, record, apart } = table;
  const { dates: invoice_date, notes: dateNotes } = tableDates(table, { source, ...options });
  const { customer_id, notes: placeholders } = people(columns.customer_id, {
    ...{ source, header: mapping.customer_id, line },
    ...options,
  });
  refuseDamaged(columns.invoice_id, { source, header: mapping.invoice_id, line, ...options });
  const invoice_id = ordersOrDays(columns.invoice_id, {
    ...{ customer: customer_id, date: invoice_date, line, source },
  });
  const { came, columns: taken, notes: amountNotes, plan, ...asWritten } = tableAmounts(table, {
    source,
    ...options,
  });
  const { outcome, refunded, currency, notes, ...amounts } = orderFacts(
    table,
    asWritten,
    plan,
    { source, ...options },
  );
  const countsPieces = saysAny(came.quantity) &&
    !(lacks.includes("amount") && raw.mapping.quantity === undefined);
  return {
    height,
    input: sameText(source, height),
    line,
    invoice_id,
    product_id: idsOrNames(columns.product_id, columns.description),
    description: columns.description,
    customer_id,
    country: columns.country,
    invoice_date,
    ...amounts,
    outcome,
    refunded,
    currency,
    asItCame: {
      invoice_id: raw.columns.invoice_id,
      product_id: raw.columns.product_id,
      customer_id: raw.columns.customer_id,
      country: raw.columns.country,
      quantity: came.quantity,
      invoice_date: raw.columns.invoice_date,
      unit_price: came.unit_price,
      line_total: came.line_total,
      record,
      apart,
    },
    hasInvoices: namesOwn(columns.invoice_id),
    hasPieces: new Uint8Array(height).fill(Number(countsPieces)),
    isCancelledByLetter: cancelledByLetter(invoice_id, amounts.quantity),
    tables: [raw],
    taken,
    lacks,
    notes: [
      ...missing,
      ...table.notes ?? [],
      ...carried,
      ...placeholders,
      ...dateNotes,
      ...amountNotes,
      ...notes,
    ],
  };
}

type WrittenAmounts = Omit<ReturnType<typeof tableAmounts>, "columns" | "notes" | "came" | "plan">;

/** What the table tells of its orders, and the amounts after their discounts. */
function orderFacts(
  table: TableLines,
  asWritten: WrittenAmounts,
  plan: AmountPlan,
  options: TypedLinesOptions,
) {
  const orders = orderKeys(table.columns.invoice_id);
  const { currency, notes: ofCurrency } = lineCurrencies(table, orders);
  const inUnit = { ...options, ...amountUnit(currency, options.currency) };
  const { codes, values } = asWritten.worth;
  const outcomes = orderOutcomes(table, orders, (row) => values[codes[row]], inUnit);
  const signed = outcomes ? refundsBelowZero(asWritten, outcomes.isRefund) : asWritten;
  const { amounts, notes: ofDiscounts } = orderDiscounts(table, orders, signed, plan, inUnit);
  const refunds = orderRefunds(table, orders, amounts, outcomes, plan, inUnit);
  return {
    ...amounts,
    outcome: outcomes?.outcome,
    refunded: refunds.refunded,
    currency,
    notes: [
      ...(outcomes?.notes ?? []),
      ...ofDiscounts,
      ...refunds.notes,
      ...ofCurrency,
    ],
  };
}

/** Per line 1 where it says something in a column. */
function namesOwn({ codes, values }: CodedTexts): Uint8Array {
  const says = Uint8Array.from(values, (text) => Number(text.trim() !== ""));
  return Uint8Array.from(codes, (code) => says[code]);
}

/** Whether any line says something in a column. */
function saysAny({ codes, values }: CodedTexts): boolean {
  const empty = values.indexOf("");
  return codes.some((code) => code !== empty);
}

function joined(parts: readonly TypedLines[]): TypedLines {
  const texts = (column: (part: TypedLines) => CodedTexts) => joinTexts(parts.map(column));
  const textsOfSome = (column: (part: TypedLines) => CodedTexts | undefined) =>
    parts.some(column) ? texts((part) => column(part) ?? sameText("", part.height)) : undefined;
  const numbers = (column: (part: TypedLines) => CodedNumbers) => joinNumbers(parts.map(column));
  const height = parts.reduce((height, part) => height + part.height, 0);
  const below = <T extends Int32Array | Uint8Array | Float64Array>(
    all: T,
    column: (part: TypedLines) => T,
  ) => {
    let at = 0;
    for (const part of parts) {
      all.set(column(part), at);
      at += part.height;
    }
    return all;
  };
  return {
    height,
    input: texts((part) => part.input),
    line: below(new Int32Array(height), (part) => part.line),
    invoice_id: texts((part) => part.invoice_id),
    product_id: texts((part) => part.product_id),
    description: texts((part) => part.description),
    customer_id: texts((part) => part.customer_id),
    country: texts((part) => part.country),
    quantity: numbers((part) => part.quantity),
    invoice_date: numbers((part) => part.invoice_date),
    unit_price: numbers((part) => part.unit_price),
    line_total: parts.some(({ line_total }) => line_total)
      ? numbers(({ line_total, height }) =>
        line_total ?? { codes: new Int32Array(height), values: Float64Array.of(NaN) }
      )
      : undefined,
    worth: numbers((part) => part.worth),
    outcome: textsOfSome((part) => part.outcome),
    refunded: parts.some(({ refunded }) => refunded)
      ? below(
        new Float64Array(height),
        (part) => part.refunded ?? new Float64Array(part.height),
      )
      : undefined,
    currency: textsOfSome((part) => part.currency),
    asItCame: {
      invoice_id: texts((part) => part.asItCame.invoice_id),
      product_id: texts((part) => part.asItCame.product_id),
      customer_id: texts((part) => part.asItCame.customer_id),
      country: texts((part) => part.asItCame.country),
      quantity: texts((part) => part.asItCame.quantity),
      invoice_date: texts((part) => part.asItCame.invoice_date),
      unit_price: texts((part) => part.asItCame.unit_price),
      line_total: textsOfSome((part) => part.asItCame.line_total),
      record: textsOfSome((part) => part.asItCame.record),
      apart: textsOfSome((part) => part.asItCame.apart),
    },
    hasInvoices: below(new Uint8Array(height), (part) => part.hasInvoices),
    hasPieces: below(new Uint8Array(height), (part) => part.hasPieces),
    isCancelledByLetter: below(new Uint8Array(height), (part) => part.isCancelledByLetter),
    tables: parts.flatMap(({ tables }) => tables),
    taken: parts.flatMap(({ taken }) => taken),
    lacks: parts[0].lacks.filter((lack) => parts.every(({ lacks }) => lacks.includes(lack))),
    notes: parts.flatMap(({ notes }) => notes),
  };
}
