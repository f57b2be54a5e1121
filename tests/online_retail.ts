import {
  type CleanTransactions,
  cleanTransactions,
} from "../src/transactions/cleaning/clean_transactions.ts";
import { readTransactions } from "../src/transactions/reading/read_transactions.ts";
import { ONLINE_RETAIL, realDataPath } from "./real_data.ts";

let cleaned: CleanTransactions | undefined;

/** The UCI file's path, or `undefined` where this checkout has none: its tests are ignored. */
export const onlineRetailPath: string | undefined = realDataPath(ONLINE_RETAIL);

/** The UCI file, read and cleaned once per test file. */
export function onlineRetail(): CleanTransactions {
  return cleaned ??= cleanTransactions(readTransactions([onlineRetailPath!]).lines);
}
