/**
 * Transactions: read a file, map its columns, clean its lines, account for every one.
 *
 * @module
 */
export { inspectFile, type InspectOptions } from "./inspection/inspect_file.ts";
export {
  type RawTransactions,
  type ReadOptions,
  readTransactions,
} from "./reading/read_transactions.ts";
export { COLUMN_SYNONYMS } from "./mapping/column_synonyms.ts";
export { FILE_LAYOUTS } from "./mapping/file_layouts.ts";
export {
  linesFrame,
  type TransactionLines,
  transactionLines,
} from "./mapping/transaction_lines.ts";
export {
  type SynthesisOptions,
  type SynthesizedTransactions,
  synthesizeTransactions,
} from "./synthesis/synthesize_transactions.ts";
export { type CustomerGroup, DEMO_GROUPS } from "./synthesis/groups.ts";
export {
  type CleanOptions,
  type CleanTransactions,
  cleanTransactions,
} from "./cleaning/clean_transactions.ts";
export { matchReturns } from "./cleaning/match_returns.ts";
export type { Audit, RejectedReason } from "./cleaning/audit.ts";
export { productNames } from "./product_names.ts";
