import type { CodedTexts } from "../../../frames/coded.ts";
import type { SourceColumn } from "../../mapping/column_synonyms.ts";
import type { TextTable } from "../text_table.ts";
import { columnNumbers } from "./column_numbers.ts";
import type { ColumnRoles } from "./column_roles.ts";
import { totalLabel } from "./total_words.ts";

/** The last rows of a table, among which a sum may stand without a word. */
const LAST = 3;
/** Amounts are equal that differ by less. */
const HALF_A_CENT = 0.005;

/**
 * Finds the rows that sum up other rows: totals and subtotals.
 *
 * The word for it ("TOTAL", "Total for Acme") stands in the first filled cell or in place of a date, a
 * customer or an order, and the row has no date: "Total Ltd" that buys on a date is a customer. With a
 * date but no customer, or where the word stands in place of a product, the row must also equal the sum
 * of rows above; so must a row of amounts without a word at the end.
 *
 * @param table Any table.
 * @param roles What its columns hold by their names.
 * @returns The rows, ascending.
 */
export function totalRows(table: TextTable, roles: ColumnRoles): number[] {
  const columns = table.header.filter((name) => !table.holds?.(name))
    .map((name) => ({ name, texts: table.column(name) }));
  const labelled = labelledRows(columns.map(({ texts }) => texts), table.height);
  const last = Array.from({ length: LAST }, (_, i) => table.height - LAST + i)
    .filter((row) => row > 0 && !labelled.has(row));
  const kinds = rowKinds(columns, roles);
  const sums = lazy(() => sumsAbove(table, roles, labelled));
  return [
    ...[...labelled].filter((row) => {
      const kind = kinds.ofLabelled(row);
      return kind === "sum" || (kind === "perhaps" && sums().isSum(row));
    }),
    ...last.filter((row) => kinds.hasAmountsOnly(row) && sums().isSum(row)),
  ].sort((a, b) => a - b);
}

function labelledRows(columns: readonly CodedTexts[], height: number): Set<number> {
  const labelled = new Set<number>();
  for (const { codes, values } of columns) {
    const isLabel = Uint8Array.from(values, (text) => Number(totalLabel(text) !== undefined));
    if (!isLabel.includes(1)) continue;
    for (let row = 0; row < height; row++) if (isLabel[codes[row]] === 1) labelled.add(row);
  }
  return labelled;
}

interface NamedTexts {
  readonly name: string;
  readonly texts: CodedTexts;
}

/** What rows look like, apart from the sums of their amounts. */
function rowKinds(columns: readonly NamedTexts[], roles: ColumnRoles) {
  const cell = ({ texts: { codes, values } }: NamedTexts, row: number) => values[codes[row]].trim();
  const held = (...names: SourceColumn[]) => {
    const headers = new Set(names.flatMap((name) => roles[name]));
    return columns.filter(({ name }) => headers.has(name));
  };
  const dates = held("invoice_date"), customers = held("customer_id"), orders = held("invoice_id");
  const products = held("product_id", "description"), amounts = held(...AMOUNTS);
  const keys = new Set([...dates, ...customers, ...orders]);
  const isEmpty = (of: readonly NamedTexts[], row: number) =>
    of.every((column) => cell(column, row) === "" || totalLabel(cell(column, row)) !== undefined);
  return {
    ofLabelled(row: number): "sum" | "perhaps" | undefined {
      const filled = columns.filter((column) => cell(column, row) !== "");
      const labels = filled.filter((column) => totalLabel(cell(column, row)) !== undefined);
      const label = labels.find((column) => column === filled[0] || keys.has(column));
      if (label === undefined) return undefined;
      const isNamed = totalLabel(cell(label, row)) === "named sum";
      if (isNamed && !(isEmpty(orders, row) && isEmpty(products, row))) return undefined;
      const isKnown = dates.length > 0 || customers.length > 0;
      if (!isKnown) return !isNamed && 2 * filled.length <= columns.length ? "sum" : "perhaps";
      const lacksDate = dates.length > 0 && isEmpty(dates, row);
      if (lacksDate) return products.includes(label) ? "perhaps" : "sum";
      return !isNamed && customers.length > 0 && isEmpty(customers, row) ? "perhaps" : undefined;
    },
    hasAmountsOnly: (row: number) =>
      dates.length > 0 && amounts.some((column) => cell(column, row) !== "") &&
      columns.every((column) => amounts.includes(column) || cell(column, row) === ""),
  };
}

const AMOUNTS: readonly SourceColumn[] = [
  "line_total",
  "order_total",
  "quantity",
  "unit_price",
  "line_discount",
  "order_discount",
];

/** Which rows equal the sum of all lines above them, or of those since the sum before. */
function sumsAbove(table: TextTable, roles: ColumnRoles, labelled: ReadonlySet<number>) {
  const columns = AMOUNTS.flatMap((name) => roles[name]).flatMap((name) =>
    columnNumbers(table.column(name)) ?? []
  );
  const above = columns.map((numbers) => {
    const sums = new Float64Array(table.height + 1);
    numbers.forEach((number, row) => {
      sums[row + 1] = sums[row] + (labelled.has(row) || Number.isNaN(number) ? 0 : number);
    });
    return sums;
  });
  const inOrder = [...labelled].sort((a, b) => a - b);
  return {
    isSum: (row: number) => {
      const before = inOrder.findLast((other) => other < row) ?? -1;
      return columns.some((numbers, i) =>
        numbers[row] !== 0 &&
        [0, above[i][before + 1]].some((start) =>
          Math.abs(above[i][row] - start - numbers[row]) < HALF_A_CENT
        )
      );
    },
  };
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
