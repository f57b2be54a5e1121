import type { SourceTable } from "../source_table.ts";
import { columnRoles } from "./column_roles.ts";
import { customerSums, isOfCustomers } from "../../mapping/customer_sums.ts";
import type { ColumnChoices } from "../../mapping/find_columns.ts";

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
  if (isOrders || customer === undefined || !isOfCustomers(table, customer)) return undefined;
  const named = customerSums(table.header).slice(0, 3).map((name) => `"${name}"`).join(", ");
  return `${source} has one row per customer ("${customer}" never repeats) with sums such as ${named}, ` +
    "and no dates of orders: give the file of orders or order lines behind it, with a customer, a date " +
    "and an amount on each line.";
}
