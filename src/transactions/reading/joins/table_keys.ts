import type { CodedTexts } from "../../../frames/coded.ts";
import type { SourceColumn } from "../../mapping/column_synonyms.ts";
import type { SourceTable } from "../source_table.ts";
import { plainName } from "../../mapping/plain_name.ts";
import { knownColumn } from "../rows/known_names.ts";
import { NO_ROW } from "../rows/rows_of.ts";

/** A column of one table that names rows of another. */
export interface TableKey {
  /** The column in the table with many rows per value. */
  readonly from: string;
  /** The column in the table with one row per value. */
  readonly to: string;
  /** Per row of the first table the row in the second, or `NO_ROW`. */
  readonly partner: Int32Array;
  /** Share of the first table's rows that have a partner. */
  readonly covered: number;
}

const KEY_ROLES: readonly (SourceColumn | undefined)[] = [
  "invoice_id",
  "customer_id",
  "product_id",
];
const KEY_NAME = /(id|ids|no|nr|num|number|nummer|numero|code|key|sku|ref|reference|email|mail)$/;

/**
 * Finds the columns by which rows of one table name rows of another: columns of the same name or of the
 * same kind of id, whose values stand on one row each in the other table.
 *
 * @param many The table whose rows name rows of the other.
 * @param one The table with one row per value.
 * @param wanted Names of columns given by the user: no others are looked at.
 * @returns All such columns with a partner for some rows; the better covered first.
 */
export function tableKeys(
  many: SourceTable,
  one: SourceTable,
  wanted: readonly string[] = [],
): TableKey[] {
  const isWanted = (name: string) => wanted.some((other) => plainName(other) === plainName(name));
  const hasTwin = (name: string, { table }: SourceTable) =>
    table.header.some((other) => plainName(other) === plainName(name));
  const keys: TableKey[] = [];
  for (const from of many.table.header) {
    for (const to of one.table.header) {
      if (wanted.length > 0 && !isWanted(from) && !isWanted(to)) continue;
      const isTwin = plainName(from) === plainName(to);
      const isId = plainName(to) === "id"; // each table has one of its own
      if (!isTwin && !isId && (hasTwin(from, one) || hasTwin(to, many))) continue;
      if (!areOfOneKind(from, to, one.source)) continue;
      if (many.table.holds?.(from) || one.table.holds?.(to)) continue;
      const partner = partners(many.table.column(from), one.table.column(to));
      if (partner) keys.push({ from, to, ...partner });
    }
  }
  const isSame = ({ from, to }: TableKey) => Number(plainName(from) === plainName(to));
  return keys.sort((a, b) => b.covered - a.covered || isSame(b) - isSame(a));
}

/** `order_id` in both, `Order number` beside `Invoice`, `customer_id` beside the `id` of customers.csv. */
function areOfOneKind(from: string, to: string, source: string): boolean {
  const a = plainName(from), b = plainName(to), role = knownColumn(from);
  if (a === b && a !== "id") {
    return KEY_ROLES.includes(role) || (role === undefined && KEY_NAME.test(a));
  }
  if (b === "id") {
    return a.endsWith("id") && a !== "id" && tableNames(source).includes(a.slice(0, -2));
  }
  return role !== undefined && KEY_ROLES.includes(role) && knownColumn(to) === role;
}

/** What a row of a table may be called: `order` for `shop_orders.csv`. */
function tableNames(source: string): string[] {
  const stem = source.replace(/^.*[\\/]/, "").replace(/\.[^()]*$/, "");
  const words = stem.match(/\p{L}+/gu)?.map(plainName) ?? [];
  return words.flatMap((word) => [word, word.replace(/s$/, ""), word.replace(/ies$/, "y")]);
}

/** Undefined where a value stands on two rows, or no row has a partner. */
function partners(many: CodedTexts, one: CodedTexts) {
  const rowOf = new Map<string, number>();
  for (let row = 0; row < one.codes.length; row++) {
    const text = one.values[one.codes[row]].trim();
    if (text === "") continue;
    if (rowOf.has(text)) return undefined;
    rowOf.set(text, row);
  }
  const ofValue = Int32Array.from(many.values, (text) => rowOf.get(text.trim()) ?? NO_ROW);
  const partner = many.codes.map((code) => ofValue[code]);
  const found = partner.reduce((count, row) => count + Number(row !== NO_ROW), 0);
  return found === 0 ? undefined : { partner, covered: found / Math.max(1, partner.length) };
}
