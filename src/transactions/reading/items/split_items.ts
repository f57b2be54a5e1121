import { encodeTexts } from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import { countOf } from "../../../words/numbers.ts";
import {
  type ParseNumbersOptions,
  plainNumbers,
} from "../../interpretation/amounts/parse_numbers.ts";
import type { SourceColumn } from "../../mapping/column_synonyms.ts";
import type { ColumnChoices, ColumnMapping } from "../../mapping/find_columns.ts";
import type { SourceTable } from "../source_table.ts";
import { columnNumbers } from "../rows/column_numbers.ts";
import { plainName } from "../../mapping/plain_name.ts";
import { knownColumn } from "../rows/known_names.ts";
import { pickRows } from "../rows/tidy_table.ts";
import type { TextTable } from "../text_table.ts";
import type { ListedItem } from "./item_texts.ts";
import { listedItems } from "./listed_items.ts";
import { shareAmount, writtenLike } from "./share_amount.ts";

/** Columns that may hold all items of an order, in seven languages. */
const ITEM_NAMES = new Set([
  ...[
    "items",
    "products",
    "articles",
    "goods",
    "basket",
    "cart",
    "lineitems",
    "orderitems",
    "itemlist",
  ],
  ...[
    "itemspurchased",
    "productspurchased",
    "purchaseditems",
    "productnames",
    "itemnames",
    "contents",
  ],
  ...["artikel", "produkte", "waren", "positionen", "warenkorb", "produits", "panier", "articulos"],
  ...[
    "productos",
    "itens",
    "produtos",
    "artigos",
    "articoli",
    "prodotti",
    "artikelen",
    "producten",
  ],
  ...["orderedproducts", "ordereditems", "skus", "productids", "itemids"],
]);

/** A table with one row per item. */
export interface SplitTable {
  readonly table: SourceTable;
  /** What its columns hold now. */
  readonly choices: ColumnChoices;
}

/**
 * Splits rows that hold all items of an order in one cell, where the pattern is clear (see
 * `listedItems`). The money of an order is shared among its pieces and stays the same to the cent.
 *
 * @param source A table of transactions.
 * @param mapping Where its columns are.
 * @param options How its numbers are written.
 * @returns A row per item; undefined for a table in which no cell holds several items.
 */
export function splitItems(
  source: SourceTable,
  mapping: ColumnMapping,
  options: ParseNumbersOptions = {},
): SplitTable | undefined {
  const { table } = source;
  if (mapping.invoice_id !== undefined && !isUnique(table, mapping.invoice_id)) return undefined;
  const found = itemsColumn(table, mapping);
  if (!found) return undefined;
  const { name, items } = found;
  const { codes } = table.column(name);
  const amount = mapping.line_total ?? mapping.order_total;
  if (amount === undefined && mapping.unit_price === undefined) return undefined;
  if (!fitsQuantity(table, mapping.quantity, (row) => items[codes[row]])) return undefined;
  const rows: number[] = [], names: string[] = [], pieces: number[] = [];
  const firstOf = new Int32Array(table.height);
  for (let row = 0; row < table.height; row++) {
    firstOf[row] = rows.length;
    const held = items[codes[row]];
    for (const item of held.length > 0 ? held : [{ name: "", pieces: 1 }]) {
      rows.push(row);
      names.push(item.name);
      pieces.push(item.pieces);
    }
  }
  const shared = amount === undefined
    ? undefined
    : sharedAmounts(table, amount, rows, pieces, options);
  if (amount !== undefined && !shared) return undefined;
  const quantity = mapping.quantity ?? (pieces.some((count) => count > 1) ? "(pieces)" : undefined);
  const replaced = new Map([
    [name, encodeTexts(names)],
    ...(shared && amount ? [[amount, encodeTexts(shared)] as const] : []),
    ...(quantity ? [[quantity, encodeTexts(pieces.map(String))] as const] : []),
  ]);
  // A price of the whole order says nothing of its items.
  const dropped = amount === undefined ? undefined : mapping.unit_price;
  const picked = pickRows(table, Int32Array.from(rows));
  const header = [...new Set([...table.header, ...replaced.keys()])].filter((each) =>
    each !== dropped
  );
  const split = items.filter((list) => list.length > 1).length;
  const sentence =
    `${source.source}: split the items in "${name}" of ${countOf(table.height, "order")} into ${
      countOf(rows.length, "line")
    }; the money of an order is shared among its pieces equally, ` +
    "since the file holds only the order's total.";
  return split === 0 ? undefined : {
    table: {
      ...source,
      table: { ...picked, header, column: (each) => replaced.get(each) ?? picked.column(each) },
      lines: Int32Array.from(rows, (row) => source.lines[row]),
      notes: [...source.notes ?? [], { topic: "table", sentence, rows: rows.length }],
    },
    choices: {
      ...(amount !== undefined && { line_total: amount }),
      ...(quantity !== undefined && { quantity }),
      product_id: name,
      description: name,
    },
  };
}

function itemsColumn(table: TextTable, mapping: ColumnMapping) {
  const isProduct = (name: string) => name === mapping.product_id || name === mapping.description;
  const isTaken = (name: string) => Object.values(mapping).includes(name) && !isProduct(name);
  const named = table.header.filter((name) => !isTaken(name) && !table.holds?.(name));
  const lists = named.filter((name) => ITEM_NAMES.has(plainName(name)));
  const others = named.filter((name) => isProduct(name) || PRODUCT.includes(knownColumn(name)));
  // Without order numbers, one text beside others may well hold commas.
  for (const name of [...lists, ...(mapping.invoice_id === undefined ? [] : others)]) {
    const items = listedItems(table.column(name).values);
    if (items) return { name, items };
  }
  return undefined;
}

const PRODUCT: readonly (SourceColumn | undefined)[] = ["product_id", "description"];

function isUnique(table: TextTable, name: string): boolean {
  return new Set(table.column(name).codes).size === table.height;
}

/** A quantity beside the items is their number. */
function fitsQuantity(
  table: TextTable,
  name: string | undefined,
  itemsOn: (row: number) => readonly ListedItem[],
): boolean {
  if (name === undefined) return true;
  const numbers = columnNumbers(table.column(name));
  return numbers !== undefined &&
    numbers.every((number, row) =>
      itemsOn(row).reduce((sum, { pieces }) => sum + pieces, 0) === number
    );
}

/** Each item's share of its order's amount, written as amounts are in the file. */
function sharedAmounts(
  table: TextTable,
  name: string,
  rows: readonly number[],
  pieces: readonly number[],
  options: ParseNumbersOptions,
): string[] | undefined {
  const { codes, values } = table.column(name);
  let plain: string[];
  try {
    plain = plainNumbers(values, options);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
  const shared: string[] = [];
  for (let first = 0, next = 0; first < rows.length; first = next) {
    while (next < rows.length && rows[next] === rows[first]) next++;
    const code = codes[rows[first]];
    const parts = pieces.slice(first, next);
    shared.push(
      ...(plain[code] === "" || parts.length === 1
        ? parts.map(() => values[code])
        : shareAmount(plain[code], parts).map((part) =>
          writtenLike(part, values[code], plain[code])
        )),
    );
  }
  return shared;
}
