import type { DataFrame } from "nodejs-polars";
import type { WordNeighbour } from "../recommendation/search/similar_by_words.ts";
import { numberColumn, textColumn } from "../frames/columns.ts";
import { type PlainColumn, plainTable } from "../words/plain_table.ts";

/**
 * Writes offers as a table for a terminal.
 *
 * @param decimals Decimals of the scores; default 3.
 * @returns The lines of the table: rank (from 1), product, name, score and why.
 */
export function offersTable(
  offers: DataFrame,
  names: ReadonlyMap<string, string>,
  decimals = 3,
): string[] {
  return plainTable([
    ...productColumns(textColumn(offers, "product_id"), names),
    scoreColumn("score", offers, decimals),
    { title: "why", cells: textColumn(offers, "because") },
  ]);
}

/** Writes a product's neighbours as a table for a terminal. */
export function neighboursTable(
  neighbours: DataFrame,
  names: ReadonlyMap<string, string>,
): string[] {
  const common = Array.from(numberColumn(neighbours, "customers_in_common"), String);
  return plainTable([
    ...productColumns(textColumn(neighbours, "neighbour_id"), names),
    scoreColumn("similarity", neighbours, 4),
    { title: "customers in common", cells: common, right: true },
  ]);
}

/** Writes products with similar descriptions as a table for a terminal. */
export function wordNeighboursTable(
  neighbours: readonly WordNeighbour[],
  names: ReadonlyMap<string, string>,
): string[] {
  return plainTable([
    ...productColumns(neighbours.map(({ product_id }) => product_id), names),
    {
      title: "similarity",
      cells: neighbours.map(({ similarity }) => similarity.toFixed(4)),
      right: true,
    },
    {
      title: "words in common",
      cells: neighbours.map(({ words_in_common }) => words_in_common.join(", ")),
    },
  ]);
}

/** Writes customers to offer a product to as a table for a terminal. */
export function customersTable(customers: DataFrame): string[] {
  return plainTable([
    rankColumn(customers.height),
    { title: "customer", cells: textColumn(customers, "customer_id") },
    scoreColumn("score", customers, 3),
    { title: "why", cells: textColumn(customers, "because") },
  ]);
}

function productColumns(ids: readonly string[], names: ReadonlyMap<string, string>): PlainColumn[] {
  return [
    rankColumn(ids.length),
    { title: "product", cells: ids },
    { title: "name", cells: ids.map((id) => names.get(id) ?? id) },
  ];
}

function rankColumn(rows: number): PlainColumn {
  return {
    title: "rank",
    cells: Array.from({ length: rows }, (_, row) => String(row + 1)),
    right: true,
  };
}

function scoreColumn(name: string, frame: DataFrame, decimals: number): PlainColumn {
  const cells = Array.from(numberColumn(frame, name), (value) => value.toFixed(decimals));
  return { title: name, cells, right: true };
}
