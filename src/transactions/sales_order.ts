import pl, { type DataFrame } from "nodejs-polars";
import { dateColumn } from "./columns.ts";
import { type PickableLines, pickLines } from "./pick_lines.ts";
import { ranksOf } from "./distinct_texts.ts";
import { radixOrder } from "./radix_order.ts";
import { TRANSACTION_COLUMNS } from "./reading/column_synonyms.ts";

/** Lines in an order that does not depend on the file's. */
export interface SalesOrder {
  /** Rows of the lines, in order. */
  readonly order: Int32Array;
  /** Those among them that say what another line says, in every column; the first is not one. */
  readonly copies: Int32Array;
}

const FRAME_ORDER = ["invoice_date", "invoice_id", "product_id", "quantity", "unit_price"];

/**
 * By date, invoice, product, quantity and price, then by everything else that a line says, then by
 * where it stands: copies become neighbours.
 *
 * @example
 * ```ts
 * import { SORT_KEYS } from "./sales_order.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([SORT_KEYS[0], SORT_KEYS.at(-1)], ["invoice_date", "line"]);
 * ```
 */
export const SORT_KEYS: readonly string[] = [
  ...FRAME_ORDER,
  ...TRANSACTION_COLUMNS.filter((name) => !FRAME_ORDER.includes(name)),
  "input",
  "line",
];

/**
 * Sorts lines by all of {@linkcode SORT_KEYS}, and finds the copies among them.
 *
 * Date, invoice and product are compared as whole numbers. Only the few lines which have all three in
 * common are compared in every column.
 *
 * @param from Typed lines: `input, line` and the transaction columns; with the distinct texts of
 * `invoice_id` and `product_id`.
 * @param rows Which of them to sort; with dates.
 * @returns See {@linkcode SalesOrder}.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "./columns.ts";
 * import { pickable } from "./pick_lines.ts";
 * import { textsHeldOnce } from "./texts_held_once.ts";
 * import { salesOrder } from "./sales_order.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({
 *   input: ["a", "a", "a"], line: [2, 3, 4], invoice_id: ["1", "1", "1"], product_id: ["B", "A", "B"],
 *   description: ["", "", ""], quantity: [1, 1, 1], unit_price: [2, 2, 2], customer_id: ["7", "7", "7"],
 *   country: ["", "", ""], invoice_date: dateSeries("invoice_date", Float64Array.of(0, 0, 0)),
 * });
 * const rows = Int32Array.of(0, 1, 2);
 * const { order, copies } = salesOrder(pickable(textsHeldOnce(lines), ["invoice_id", "product_id"]), rows);
 * assertEquals([[...order], [...copies]], [[1, 0, 2], [2]]);
 * ```
 */
export function salesOrder(from: PickableLines, rows: Int32Array): SalesOrder {
  const { lines, texts } = from;
  const ids = ["invoice_id", "product_id"].map((name) => ranksOf(lines, texts.get(name)!));
  const seconds = secondsSinceFirst(dateColumn(lines, "invoice_date"), rows);
  const keys = [...seconds, ...ids];
  const order = radixOrder(rows, keys);
  const places = placesOfEquals(order, keys);
  const equals = sortedInFull(from, places.map((place) => order[place]));
  places.forEach((place, i) => order[place] = equals.order[i]);
  return { order, copies: equals.copies };
}

/** In whole seconds, the finest that dates are read; in two parts where these are too many. */
function secondsSinceFirst(instants: Float64Array, rows: Int32Array): Int32Array[] {
  let first = Infinity, last = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const instant = instants[rows[i]];
    if (instant < first) first = instant;
    if (instant > last) last = instant;
  }
  const part = (of: (seconds: number) => number) => {
    const parts = new Int32Array(instants.length);
    for (let i = 0; i < rows.length; i++) parts[rows[i]] = of((instants[rows[i]] - first) / 1000);
    return parts;
  };
  if ((last - first) / 1000 < SPAN) return [part((seconds) => seconds)];
  return [part((seconds) => Math.floor(seconds / SPAN)), part((seconds) => seconds % SPAN)];
}

/** 34 years. */
const SPAN = 2 ** 30;

/** Where in the order lines stand beside others that have all keys in common. */
function placesOfEquals(order: Int32Array, keys: readonly Int32Array[]): Int32Array {
  const [product, ...others] = [...keys].reverse(); // products tell most lines apart
  const places: number[] = [];
  let equalsLast = false;
  for (let place = 0; place < order.length; place++) {
    const row = order[place], next = order[place + 1];
    const equalsNext = place + 1 < order.length && product[row] === product[next] &&
      others.every((key) => key[row] === key[next]);
    if (equalsLast || equalsNext) places.push(place);
    equalsLast = equalsNext;
  }
  return Int32Array.from(places);
}

function sortedInFull(from: PickableLines, rows: Int32Array): SalesOrder {
  if (rows.length === 0) return { order: rows, copies: rows };
  const same = TRANSACTION_COLUMNS.map((name) => pl.col(name).eq(pl.col(name).shift(1)));
  const sorted = pickLines(from, rows, Object.fromEntries(SORT_KEYS.map((name) => [name, name])))
    .withColumns(pl.Series(ROW, rows, pl.Int32))
    .sort([...SORT_KEYS])
    .select(
      pl.col(ROW),
      same.reduce((all, one) => all.and(one)).fillNull(pl.lit(false)).alias(COPY),
    );
  const copies = sorted.filter(pl.col(COPY));
  return { order: integers(sorted), copies: integers(copies) };
}

/** Names that no column has. */
const ROW = "\u0000row", COPY = "\u0000copy";

function integers(frame: DataFrame): Int32Array {
  return frame.getColumn(ROW).toTypedArray() as Int32Array;
}
