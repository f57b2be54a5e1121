import { InputError } from "../../../frames/errors.ts";
import type { ReadingNote } from "../../interpretation/reading_note.ts";
import { formatNumber } from "../../../words/numbers.ts";
import { isOfLine, knownColumn } from "../rows/known_names.ts";
import { isObject, type JsonObject, type JsonRecord, type JsonValue } from "./json_records.ts";

/** Rows of texts by their columns' names. */
export interface FlatRecords {
  readonly rows: readonly ReadonlyMap<string, string>[];
  readonly lines: Int32Array;
  readonly notes: readonly ReadingNote[];
}

/** Names of lists that hold what was bought. */
const ITEMS =
  /^(order_?|sales_?|invoice_?)?(line_?items?|items?|lines?|line|products?|articles?|artikel|positionen|produits|productos|produtos|prodotti|producten|details)$/i;

/**
 * Flattens objects into rows: objects within become columns such as `customer.id`, a list of items
 * becomes rows that repeat the order's fields.
 *
 * @param records Objects of JSON.
 * @param source The file's name, for messages.
 * @returns The rows, and what was done.
 * @throws {InputError} If there are several lists that could be the items.
 */
export function flatRecords(records: readonly JsonRecord[], source: string): FlatRecords {
  const items = itemsOf(records, source);
  if (items === undefined) {
    return {
      rows: records.map(({ object }) => flat(object)),
      lines: Int32Array.from(records, ({ line }) => line),
      notes: [],
    };
  }
  const rows: Map<string, string>[] = [], lines: number[] = [];
  const itemNames = new Set(
    records.flatMap(({ object }) => itemsIn(object, items)).flatMap((
      item,
    ) => [...flat(item).keys()]),
  );
  for (const { object, line } of records) {
    const { [items]: _, ...order } = object;
    const common = [...flat(order)].map(([name, text]) =>
      [orderName(name, itemNames), text] as const
    );
    const names = new Set(common.map(([name]) => name));
    const held = itemsIn(object, items);
    for (const item of held.length > 0 ? held : [{}]) {
      const own = [...flat(item)].map(([name, text]) =>
        [name === "id" || names.has(name) ? `item_${name}` : name, text] as const
      );
      rows.push(new Map([...common, ...own]));
      lines.push(line);
    }
  }
  const sentence = `${source}: read ${formatNumber(rows.length)} items in "${items}" of ` +
    `${formatNumber(records.length)} orders, each with the fields of its order.`;
  return {
    rows,
    lines: Int32Array.from(lines),
    notes: [{ topic: "table", sentence, rows: rows.length }],
  };
}

function itemsIn(object: JsonObject, items: string): readonly JsonObject[] {
  const list = object[items];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** The field that holds a list of items; undefined where no field holds a list of objects. */
function itemsOf(records: readonly JsonRecord[], source: string): string | undefined {
  const lists = new Set<string>();
  for (const { object } of records) {
    for (const [name, value] of Object.entries(object)) {
      if (Array.isArray(value) && value.some(isObject)) lists.add(name);
    }
  }
  const named = [...lists].filter((name) => ITEMS.test(name));
  const candidates = named.length > 0 ? named : [...lists];
  if (candidates.length < 2) return candidates[0];
  throw new InputError(
    `${source} holds several lists in each object (${
      candidates.map((name) => `"${name}"`).join(", ")
    }): save the items that were bought as one table, CSV for example.`,
  );
}

/** An order's own `id` and `total` beside the items'. */
function orderName(name: string, items: ReadonlySet<string>): string {
  const isAmbiguous = name === "id" || items.has(name) || isOfLine(knownColumn(name));
  return isAmbiguous && !/^order/i.test(name) ? `order_${name}` : name;
}

function flat(object: JsonObject): Map<string, string> {
  const row = new Map<string, string>();
  for (const [name, value] of Object.entries(object)) {
    if (!isObject(value)) row.set(name, textOf(value));
    else {
      for (const [inner, part] of Object.entries(value)) row.set(`${name}.${inner}`, textOf(part));
    }
  }
  return row;
}

function textOf(value: JsonValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const isList = Array.isArray(value) && value.every((part) => typeof part === "string");
  return isList ? (value as readonly string[]).join(", ") : JSON.stringify(value);
}
