import type { TextTable } from "../reading/text_table.ts";
import { plainName } from "./plain_name.ts";

/** What tables of customers call the sums, counts, averages and first and last dates that they hold. */
const SUMS = new RegExp([
  "recency|frequency|monetary|lifetime|tenure|churn|^avg|average|mean$|days?since",
  "^(num|number|count|nb|anzahl|numero|nombre|aantal)(of|de|di|der|van)?(orders|purchases|visits)",
  "^(num|number|count|nb)(of)?(transactions|invoices|items|products)",
  "^(anzahl|nombre|numero|aantal)(de|di|der|van)?(bestellungen|kaufe|commandes|achats|pedidos)",
  "^(nombre|numero|aantal)(de|di|van)?(compras|ordini|acquisti|bestellingen|aankopen)",
  "(order|purchase|visit|transaction|invoice|item)s?count$",
  "^n(orders|purchases|visits)|(bestellungen|commandes|pedidos|ordini|bestellingen)$",
  "^(total|sum)(orders|spent|spend|spending|purchases|revenue)",
  "^(last|latest|first|mostrecent)(?!name)|^(letzte|erste|laatste|eerste)",
  "^(derniere|premiere|ultim|primer|primeir|prim[ao](?!r))(?!nome|nombre)",
].join("|"));

/**
 * Names the columns that sum up a customer.
 *
 * @param header Column names.
 * @returns Those such as "recency", "number of orders" and "last purchase".
 */
export function customerSums(header: readonly string[]): string[] {
  return header.filter((name) => SUMS.test(plainName(name)));
}

/**
 * Whether a table has one row per customer: no customer twice, and columns that sum customers up.
 *
 * @param table A table.
 * @param customer The column of customers.
 * @returns Whether it is no table of purchases.
 */
export function isOfCustomers(table: TextTable, customer: string): boolean {
  return table.height >= 2 && customerSums(table.header).length > 0 &&
    new Set(table.column(customer).codes).size === table.height;
}
