import {
  type CleanTransactions,
  cleanTransactions,
} from "../../src/transactions/cleaning/clean_transactions.ts";
import { dateColumn, numberColumn } from "../../src/frames/columns.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";
import type { Bench } from "./bench_case.ts";

/**
 * Reads and cleans a file as one stage, and states what was read and kept; `check_cleaning` in
 * pandas_transactions.py states the same.
 */
export async function readAndClean(bench: Bench, path: string): Promise<CleanTransactions> {
  const clean = await bench.stage(
    "read and clean",
    () => cleanTransactions(readTransactions([path]).lines),
  );
  const { transactions, sales, returns, audit } = clean;
  bench.check("lines read", audit.rows_read);
  bench.check("lines kept", audit.rows_kept);
  bench.check("lines sold", sales.height);
  bench.check("lines returned", returns.height);
  bench.check("pieces kept", numberColumn(transactions, "quantity").reduce((a, b) => a + b, 0));
  bench.check("revenue kept", audit.revenue_kept);
  bench.check("customers", audit.customers);
  bench.check("invoices", audit.invoices);
  bench.check("products", audit.products);
  const last = dateColumn(transactions, "invoice_date").reduce((a, b) => Math.max(a, b), 0);
  bench.check("last purchase, seconds", last / 1000);
  return clean;
}
