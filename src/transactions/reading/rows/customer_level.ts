import type { SourceTable } from "../source_table.ts";
import { columnRoles } from "./column_roles.ts";
import { plainName } from "../../mapping/plain_name.ts";
import type { ColumnChoices } from "../../mapping/map_columns.ts";

/** What tables of customers call the sums and the last dates that they hold. */
const SUMMED = new RegExp(
  "recency|frequency|monetary|lifetime|tenure|^avg|average|mean|^(num|number|count|nb|anzahl|numero|" +
    "nombre|aantal)|count$|^n(orders|purchases|visits)|^(total|sum)(orders|spent|spend|purchases|revenue)|" +
    "^(last|latest|first|mostrecent|letzte|erste|derniere|premiere|ultim|primer|primeir|prim|laatste|" +
    "eerste)|days?since|bestellungen$|commandes$|pedidos$|ordini$|bestellingen$",
);

/**
 * Recognises a table with one row per customer in place of one per order or line: each customer stands
 * there once, without the date of an order, beside sums or last dates.
 *
 * @param source A table as it stands in its file.
 * @param choices Columns named by the user.
 * @returns What it is and what is needed, as a sentence; undefined for other tables.
 */
export function customerLevel(
  { source, table }: SourceTable,
  choices: ColumnChoices = {},
): string | undefined {
  const roles = columnRoles(table.header, choices);
  const isOrders = [roles.invoice_date, roles.product_id, roles.quantity, roles.unit_price]
    .some((names) => names.length > 0);
  const [customer] = roles.customer_id;
  if (isOrders || customer === undefined || table.height < 2) return undefined;
  const summed = table.header.filter((name) => SUMMED.test(plainName(name)));
  if (summed.length === 0 || !isUnique(table, customer)) return undefined;
  const named = summed.slice(0, 3).map((name) => `"${name}"`).join(", ");
  return `${source} has one row per customer ("${customer}" never repeats) with sums such as ${named}, ` +
    "and no dates of orders: give the file of orders or order lines behind it, with a customer, a date " +
    "and an amount on each line.";
}

function isUnique(table: SourceTable["table"], name: string): boolean {
  const { codes } = table.column(name);
  return new Set(codes).size === table.height;
}
