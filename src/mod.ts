/**
 * The public vocabulary of Shopper Spectrum, in the order in which data walks through it.
 *
 * @module
 */

// Transactions: read, check, clean, account for every line
export { type RawTransactions, readTransactions } from "./transactions/read_transactions.ts";
export { transactionLines } from "./transactions/transaction_lines.ts";
export {
  type CleanOptions,
  type CleanTransactions,
  cleanTransactions,
} from "./transactions/clean_transactions.ts";
export type { Audit, RejectedReason } from "./transactions/audit.ts";
export { InputError } from "./transactions/input_error.ts";
export { dateColumn, numberColumn, textColumn } from "./transactions/columns.ts";

// Numbers
export { type Matrix, matrixFromRows } from "./numeric/matrix.ts";
