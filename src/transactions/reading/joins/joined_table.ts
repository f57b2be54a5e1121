import type { SourceColumn } from "../../mapping/column_synonyms.ts";
import type { ColumnChoices } from "../../mapping/find_columns.ts";
import type { SourceTable } from "../source_table.ts";
import { plainName } from "../../mapping/plain_name.ts";
import { isOfLine, knownColumn } from "../rows/known_names.ts";
import { NO_ROW, rowsOf } from "../rows/rows_of.ts";
import type { TextTable } from "../text_table.ts";
import type { TableKey } from "./table_keys.ts";
import { countOf, formatNumber } from "../../../words/numbers.ts";

/** A table with the columns of a second one. */
export interface JoinedTable {
  readonly table: SourceTable;
  /** What columns hold whose names alone would not say it. */
  readonly choices: ColumnChoices;
}

/** What customers and products have of their own, though it is called as an order's is. */
const OF_ORDERS: readonly (SourceColumn | undefined)[] = [
  "invoice_date",
  "invoice_time",
  "invoice_id",
  "status",
  "payment_status",
  "line_total",
  "order_total",
  "quantity",
  "cancelled_at",
  "transaction_type",
];

/** What each row of the second table is. */
export type PartnerKind = "order" | "customer" | "product";

/**
 * What each row of a table is that others name by a key.
 *
 * @param key The key.
 * @returns An order where the key tells nothing else.
 */
export function partnerKind({ from, to }: TableKey): PartnerKind {
  const roles = [knownColumn(from), knownColumn(to)];
  if (roles.includes("product_id")) return "product";
  return roles.includes("customer_id") ? "customer" : "order";
}

/**
 * Puts the columns of a second table beside those of a first, row by row.
 *
 * Where both have a column for the same thing, the first table's counts. The amounts of an order stay the
 * order's: they are not amounts of each of its lines.
 *
 * @param many The table whose rows stay, all of them.
 * @param one The table that gives its columns.
 * @param key By which column rows name each other.
 * @returns The first table with more columns, and a note.
 */
export function joinedTable(many: SourceTable, one: SourceTable, key: TableKey): JoinedTable {
  const kind = partnerKind(key);
  const taken = new Set(many.table.header.map(plainName));
  const held = new Set(many.table.header.map(knownColumn));
  const choices: Partial<Record<SourceColumn, string>> = {};
  const added = new Map<string, string>();
  for (const name of one.table.header) {
    if (name === key.to) continue;
    const role = knownColumn(name);
    const isOthers = kind === "order"
      ? isOfLine(role)
      : OF_ORDERS.includes(role) && role !== undefined;
    const isTaken = taken.has(plainName(name)) || (role !== undefined && held.has(role)) ||
      plainName(name) === "id";
    const isAmount = kind === "order" && (role === "line_total" || role === "order_total");
    const prefixed = isOthers || isTaken;
    const own = prefixed ? freeName(`${kind}_${name}`, taken) : name;
    taken.add(plainName(own));
    added.set(own, name);
    if (isAmount && choices.order_total === undefined && !held.has("order_total")) {
      choices.order_total = own;
    }
    if (kind === "product" && /^(name|title)$/.test(plainName(name)) && !held.has("description")) {
      choices.description ??= own;
    }
  }
  const without = key.partner.reduce((count, row) => count + Number(row === NO_ROW), 0);
  const note = {
    topic: "table" as const,
    sentence: `Joined ${many.source} with ${one.source} on ${
      key.from === key.to ? key.from : `${key.from} = ${key.to}`
    } (${countOf(many.table.height, "line")}, ${
      without === 0 ? "each with" : `${formatNumber(without)} without`
    } ${kind === "order" ? "an" : "a"} ${kind})${unusedInWords(one, key, kind)}.`,
    rows: many.table.height,
  };
  return {
    table: {
      ...many,
      table: beside(many.table, one.table, added, key.partner),
      notes: [...many.notes ?? [], ...one.notes ?? [], note],
    },
    choices,
  };
}

/** Orders without lines are in no line, so their money is in none. */
function unusedInWords(one: SourceTable, { partner }: TableKey, kind: PartnerKind): string {
  if (kind !== "order") return "";
  const isUsed = new Uint8Array(one.table.height);
  for (const row of partner) if (row !== NO_ROW) isUsed[row] = 1;
  const unused = isUsed.reduce((count, used) => count + 1 - used, 0);
  return unused === 0
    ? ""
    : `; ${countOf(unused, "order")} without lines ${unused === 1 ? "is" : "are"} left out`;
}

function beside(
  many: TextTable,
  one: TextTable,
  added: ReadonlyMap<string, string>,
  partner: Int32Array,
): TextTable {
  const columns = new Map<string, ReturnType<typeof rowsOf>>();
  return {
    header: [...many.header, ...added.keys()],
    height: many.height,
    column: (name) => {
      const other = added.get(name);
      if (other === undefined) return many.column(name);
      if (!columns.has(name)) columns.set(name, rowsOf(one.column(other), partner));
      return columns.get(name)!;
    },
    holds: (name) => added.has(name) ? one.holds?.(added.get(name)!) : many.holds?.(name),
  };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let i = 2; taken.has(plainName(free)); i++) free = `${name} ${i}`;
  return free;
}
