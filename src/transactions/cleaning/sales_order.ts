import { type CodedTexts, ranksOf, spread } from "../../frames/coded.ts";
import { radixOrder } from "../../frames/radix_order.ts";
import { memoize } from "../../numeric/memoize.ts";
import type { TableLines } from "../mapping/transaction_lines.ts";
import type { TypedLines } from "../interpretation/typed_lines.ts";

/** Lines in an order that does not depend on the file's. */
export interface SalesOrder {
  /** Rows of the lines, in order. */
  readonly order: Int32Array;
  /** Those among them that say what another line says, in every column of the file; the first is not one. */
  readonly copies: Int32Array;
}

/**
 * Makes ready to sort lines by date, invoice, product, quantity and price, then by everything else that they say,
 * then by where they stand, so that copies become neighbours; and to find the copies.
 *
 * Date, invoice and product are compared as whole numbers. Only the few lines which have all three in
 * common are compared in every column.
 *
 * @returns A function of the rows to sort, all of them with dates; see {@linkcode SalesOrder}.
 */
export function salesOrder(lines: TypedLines): (rows: Int32Array) => SalesOrder {
  const keys = [
    spread(lines.invoice_date, placesOf(lines.invoice_date.values)),
    spread(lines.invoice_id, ranksOf(lines.invoice_id.values)),
    spread(lines.product_id, ranksOf(lines.product_id.values)),
  ];
  const compare = inFull(lines);
  return (rows) => {
    const order = radixOrder(rows, keys);
    const copies: number[] = [];
    for (let from = 0; from < order.length;) {
      const to = endOfEquals(order, from, keys);
      if (to - from > 1) {
        const equals = order.subarray(from, to).sort((a, b) =>
          compare(a, b) || comparePlace(lines, a, b)
        );
        for (let i = 1; i < equals.length; i++) {
          if (compare(equals[i - 1], equals[i]) === 0) copies.push(equals[i]);
        }
      }
      from = to;
    }
    return { order, copies: Int32Array.from(copies) };
  };
}

/** The place of each number among the distinct ones; NaN stands last. */
function placesOf(values: Float64Array): Int32Array {
  const place = new Map<number, number>();
  for (const value of values.slice().sort()) if (!place.has(value)) place.set(value, place.size);
  return Int32Array.from(values, (value) => place.get(value)!);
}

function endOfEquals(order: Int32Array, from: number, keys: readonly Int32Array[]): number {
  const [dates, invoices, products] = keys;
  const first = order[from];
  let to = from + 1;
  for (; to < order.length; to++) {
    const row = order[to];
    const isEqual = products[row] === products[first] && invoices[row] === invoices[first] &&
      dates[row] === dates[first];
    if (!isEqual) break;
  }
  return to;
}

/** Compares what two lines say, given that date, invoice and product are the same. */
function inFull(lines: TypedLines) {
  const { quantity, unit_price, description, customer_id, country } = lines;
  const numbers = [quantity, unit_price], texts = [description, customer_id, country];
  const compareElsewhere = inOtherColumns(lines);
  return (a: number, b: number): number => {
    for (const { codes, values } of numbers) {
      const difference = values[codes[a]] - values[codes[b]];
      if (difference !== 0) return difference;
    }
    for (const { codes, values } of texts) {
      if (codes[a] !== codes[b]) return values[codes[a]] < values[codes[b]] ? -1 : 1;
    }
    return compareElsewhere(a, b);
  };
}

/** Compares what the files of two lines say beyond the columns of transactions, column by column. */
function inOtherColumns({ tables }: TypedLines) {
  const ends: number[] = [];
  for (const { height } of tables) ends.push((ends.at(-1) ?? 0) + height);
  const placeOf = (row: number) => {
    const table = ends.findIndex((end) => row < end);
    return { table: tables[table], row: row - ends[table] + tables[table].height };
  };
  const columnsOf = memoize((table: TableLines): ReadonlyMap<string, CodedTexts> =>
    new Map([
      ...Object.entries(table.details).map(([name, column]) => [`detail ${name}`, column] as const),
      ...[...table.beside].map(([name, column]) => [`column ${name}`, column()] as const),
    ])
  );
  return (a: number, b: number): number => {
    const one = placeOf(a), other = placeOf(b);
    const others = columnsOf(other.table);
    for (const [name, { codes, values }] of columnsOf(one.table)) {
      const column = others.get(name);
      if (column === undefined) continue; // a column that one of two files lacks
      const text = values[codes[one.row]], otherText = column.values[column.codes[other.row]];
      if (text !== otherText) return text < otherText ? -1 : 1;
    }
    return 0;
  };
}

function comparePlace({ input, line }: TypedLines, a: number, b: number): number {
  const [one, other] = [a, b].map((row) => input.values[input.codes[row]]);
  return one < other ? -1 : one > other ? 1 : line[a] - line[b] || a - b;
}
