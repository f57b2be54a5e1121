import { createHash } from "node:crypto";
import { transactionsToCsv } from "../transactions/synthesis_csv.ts";
import { synthesizeTransactions } from "../transactions/synthesize_transactions.ts";
import { transactionLines } from "../transactions/transaction_lines.ts";
import type { RawTransactions } from "../transactions/read_transactions.ts";

/**
 * Makes the demo shop's transaction lines: about 2,000 customers over two years, with the flaws of
 * real files.
 *
 * @param seed Seeds the shop; the same seed gives the same lines everywhere.
 * @returns The lines as if read from a file; the hash is that of the same lines as CSV.
 */
export function demoTransactions(seed = 42): RawTransactions {
  const { lines } = synthesizeTransactions({ seed });
  const sha256 = createHash("sha256").update(transactionsToCsv(lines)).digest("hex");
  const path = `demo transactions (synthesized, seed ${seed})`;
  return {
    lines: transactionLines(lines, "demo"),
    inputs: [{ path, sha256, rows: lines.height }],
  };
}
