import {
  type Coded,
  type CodedNumbers,
  type CodedTexts,
  encodeTexts,
  joinNumbers,
  joinTexts,
  ownNumbers,
  sameText,
} from "../../frames/coded.ts";
import { exactProduct, ONE, type Written } from "../../frames/exact_product.ts";
import { parseDates, type ParseDatesOptions } from "./parse_dates.ts";
import { type ParseNumbersOptions, plainNumbers } from "./parse_numbers.ts";
import type { TableLines, TransactionLines } from "../mapping/transaction_lines.ts";

/** How dates and numbers are meant, where the columns do not tell. */
export type TypedLinesOptions = ParseDatesOptions & ParseNumbersOptions;

/** Transaction lines with their types; what cannot be read is NaN, never a guess. */
export interface TypedLines {
  readonly height: number;
  /** The name of each line's table, and its line number there. */
  readonly input: CodedTexts;
  readonly line: Int32Array;
  /** Where a table has no invoices, a customer's day is one. */
  readonly invoice_id: CodedTexts;
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
  /** The texts of these as they came. */
  readonly asItCame: {
    readonly invoice_id: CodedTexts;
    readonly quantity: CodedTexts;
    readonly invoice_date: CodedTexts;
    readonly unit_price: CodedTexts;
    readonly line_total?: CodedTexts;
    /** The text of each line that does not fit its table, empty for all others. */
    readonly record?: CodedTexts;
  };
  /** Per line whether its table names any invoice, any product; 1 for yes. */
  readonly hasInvoices: Uint8Array;
  readonly hasProducts: Uint8Array;
}

/**
 * Gives transaction lines their types. Each table shows by itself how its dates and numbers are
 * written, and what is true of a text is found out once.
 *
 * Where a line has a total in place of a price, that is the revenue; without a quantity it is one
 * piece. Ids stay text.
 *
 * @param lines Lines as text, see `transactionLines`.
 * @throws {InputError} If the order of day and month, or the decimal mark, is ambiguous.
 */
export function typedLines(lines: TransactionLines, options: TypedLinesOptions = {}): TypedLines {
  const typed = lines.tables.map((table) => typedTable(table, options));
  return typed.length === 1 ? typed[0] : joined(typed);
}

function typedTable(table: TableLines, options: TypedLinesOptions): TypedLines {
  const { input: source, height, line, columns, lineTotal, record } = table;
  const dates = parseDates(columns.invoice_date.values, { source, ...options });
  const invoice_date = { codes: columns.invoice_date.codes, values: dates };
  const customer_id = wholeIds(columns.customer_id);
  const hasInvoices = saysAny(columns.invoice_id);
  return {
    height,
    input: sameText(source, height),
    line,
    invoice_id: hasInvoices ? columns.invoice_id : customersDays(customer_id, invoice_date),
    product_id: columns.product_id,
    description: columns.description,
    customer_id,
    country: columns.country,
    invoice_date,
    ...amounts(table, { source, ...options }),
    asItCame: {
      invoice_id: columns.invoice_id,
      quantity: columns.quantity,
      invoice_date: columns.invoice_date,
      unit_price: columns.unit_price,
      line_total: lineTotal,
      record,
    },
    hasInvoices: new Uint8Array(height).fill(Number(hasInvoices)),
    hasProducts: new Uint8Array(height).fill(Number(saysAny(columns.product_id))),
  };
}

/** Quantity, price, and for lines with a total in place of a price what follows from it. */
function amounts(table: TableLines, options: ParseNumbersOptions) {
  const { columns, lineTotal } = table;
  const written = [columns.quantity, columns.unit_price, ...(lineTotal ? [lineTotal] : [])];
  const [quantity, price, total] = writtenNumbers(written, options);
  const worth = ownNumbers(new Float64Array(table.height));
  if (!lineTotal) {
    for (let row = 0; row < table.height; row++) {
      worth.values[row] = exactProduct(numberOn(quantity, row), numberOn(price, row));
    }
    return { quantity: codedNumbers(quantity), unit_price: codedNumbers(price), worth };
  }
  const pieces = new Float64Array(table.height), each = new Float64Array(table.height);
  const { codes, values } = columns.quantity;
  for (let row = 0; row < table.height; row++) {
    const paid = numberOn(total, row), isPaid = !Number.isNaN(paid.value);
    const isCounted = values[codes[row]] !== "" || !isPaid;
    const counted = numberOn(quantity, row), listed = numberOn(price, row);
    pieces[row] = isCounted ? counted.value : paid.value < 0 ? -1 : 1;
    worth.values[row] = isPaid ? exactProduct(paid, ONE) : exactProduct(counted, listed);
    each[row] = isPaid ? paid.value / pieces[row] : listed.value;
  }
  return {
    quantity: ownNumbers(pieces),
    unit_price: ownNumbers(each),
    line_total: codedNumbers(total),
    worth,
  };
}

/** Each value with its text, one code per line. */
type WrittenNumbers = Coded<readonly Written[]>;

function numberOn({ codes, values }: WrittenNumbers, row: number): Written {
  return values[codes[row]];
}

function codedNumbers({ codes, values }: WrittenNumbers): CodedNumbers {
  return { codes, values: Float64Array.from(values, ({ value }) => value) };
}

/** All amounts of a table are written in one way, so the texts of all columns are read together. */
function writtenNumbers(
  columns: readonly CodedTexts[],
  options: ParseNumbersOptions,
): WrittenNumbers[] {
  const plain = columns.map(({ codes, values }) => ({ codes, values: values.map(plainNumber) }));
  const isPlain = !options.decimalMark &&
    plain.every(({ values }) =>
      values.every(({ text, value }) => text === "" || Number.isFinite(value))
    );
  if (isPlain) return plain;
  const distinct = encodeTexts(columns.flatMap(({ values }) => values));
  const read = plainNumbers(distinct.values, options).map(plainNumber);
  let at = 0;
  return columns.map(({ codes, values }) => ({
    codes,
    values: values.map(() => read[distinct.codes[at++]]),
  }));
}

/** The number that is written as every programming language writes it, or NaN. */
function plainNumber(text: string): Written {
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
  return { text, value: isNumber ? Number(text) : NaN };
}

/** Whether any line says something in a column. */
function saysAny({ codes, values }: CodedTexts): boolean {
  const empty = values.indexOf("");
  return codes.some((code) => code !== empty);
}

/** A table without invoices: what a customer buys on one day is one. */
function customersDays(customer: CodedTexts, date: CodedNumbers): CodedTexts {
  const days = Array.from(
    date.values,
    (instant) => Number.isNaN(instant) ? "" : new Date(instant).toISOString().slice(0, 10),
  );
  const dayOf = encodeTexts(days);
  const pairs = new Map<number, number>(), values: string[] = [];
  const codes = customer.codes.map((code, row) => {
    const day = dayOf.codes[date.codes[row]];
    const pair = code * dayOf.values.length + day;
    let invoice = pairs.get(pair);
    if (invoice === undefined) {
      invoice = values.push(`${customer.values[code]} ${dayOf.values[day]}`) - 1;
      pairs.set(pair, invoice);
    }
    return invoice;
  });
  return { codes, values };
}

/**
 * Ids without spaces around them. Spreadsheets write the id 17850 as `17850.0`: undone only where the
 * whole column is so.
 */
function wholeIds(column: CodedTexts): CodedTexts {
  const trimmed = column.values.map((id) => id.trim());
  const areWhole = trimmed.every((id) => id === "" || /^[0-9]+\.0$/.test(id));
  const ids = areWhole ? trimmed.map((id) => id.replace(/\.0$/, "")) : trimmed;
  if (ids.every((id, code) => id === column.values[code])) return column;
  const distinct = encodeTexts(ids);
  return { codes: column.codes.map((code) => distinct.codes[code]), values: distinct.values };
}

function joined(parts: readonly TypedLines[]): TypedLines {
  const texts = (column: (part: TypedLines) => CodedTexts) => joinTexts(parts.map(column));
  const textsOfSome = (column: (part: TypedLines) => CodedTexts | undefined) =>
    parts.some(column) ? texts((part) => column(part) ?? sameText("", part.height)) : undefined;
  const numbers = (column: (part: TypedLines) => CodedNumbers) => joinNumbers(parts.map(column));
  const height = parts.reduce((height, part) => height + part.height, 0);
  const below = <T extends Int32Array | Uint8Array>(all: T, column: (part: TypedLines) => T) => {
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
    asItCame: {
      invoice_id: texts((part) => part.asItCame.invoice_id),
      quantity: texts((part) => part.asItCame.quantity),
      invoice_date: texts((part) => part.asItCame.invoice_date),
      unit_price: texts((part) => part.asItCame.unit_price),
      line_total: textsOfSome((part) => part.asItCame.line_total),
      record: textsOfSome((part) => part.asItCame.record),
    },
    hasInvoices: below(new Uint8Array(height), (part) => part.hasInvoices),
    hasProducts: below(new Uint8Array(height), (part) => part.hasProducts),
  };
}
