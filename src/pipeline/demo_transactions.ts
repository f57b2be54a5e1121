import { createHash } from "node:crypto";
import { DEMO_FILE } from "./output/artifact_files.ts";
import { transactionsToCsv } from "../transactions/synthesis/csv.ts";
import {
  type SynthesizedTransactions,
  synthesizeTransactions,
} from "../transactions/synthesis/synthesize_transactions.ts";
import { transactionLines } from "../transactions/mapping/transaction_lines.ts";
import type { RawTransactions } from "../transactions/reading/read_transactions.ts";

/** Demo transactions as a file, with their known truth. */
export interface DemoFile extends Pick<SynthesizedTransactions, "truth"> {
  /** The same lines as CSV. */
  readonly csv: string;
}

/** Demo transactions, and the file that they could have come from. */
export interface DemoTransactions extends RawTransactions {
  readonly demo: DemoFile;
}

/**
 * Makes the demo shop's transaction lines: about 2,000 customers over two years, with the flaws of
 * real files.
 *
 * @param seed Seeds the shop; the same seed gives the same lines everywhere.
 * @returns The lines as if read from a file, that file's text, and the truth behind them.
 */
export function demoTransactions(seed = 42): DemoTransactions {
  const { lines, truth } = synthesizeTransactions({ seed });
  const csv = transactionsToCsv(lines);
  const sha256 = createHash("sha256").update(csv).digest("hex");
  return {
    lines: transactionLines(lines, DEMO_FILE),
    inputs: [{ path: DEMO_FILE, name: DEMO_FILE, sha256, rows: lines.height }],
    demo: { csv, truth },
  };
}
