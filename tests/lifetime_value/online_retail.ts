import type { DataFrame } from "nodejs-polars";
import { cleanTransactions } from "../../src/transactions/clean_transactions.ts";
import { readTransactions } from "../../src/transactions/read_transactions.ts";
import { ONLINE_RETAIL, realDataPath } from "../real_data.ts";

/** Where the UCI "Online Retail" file lies, if it does. */
export const onlineRetailPath = realDataPath(ONLINE_RETAIL);

let transactions: DataFrame | undefined;

/** The kept lines of the UCI "Online Retail" file, read once. */
export function onlineRetail(): DataFrame {
  return transactions ??=
    cleanTransactions(readTransactions([onlineRetailPath!]).lines).transactions;
}
