import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  type CleanTransactions,
  cleanTransactions,
} from "../../src/transactions/cleaning/clean_transactions.ts";
import { InputError } from "../../src/frames/errors.ts";
import type { TransactionLines } from "../../src/transactions/mapping/transaction_lines.ts";

/** Amounts above which a double has no millionths; only lines that are out of range have them. */
const MOST = 2 ** 53 / 1e6;

/** Cleans lines, and throws unless every one of them and all of their money is accounted for. */
export function assertAccountIsTrue(lines: TransactionLines): void {
  // Said here, so that a batch is not refused for what one of its files leaves open.
  const meant = { dateOrder: "day-first", decimalMark: "point", skipUnreadable: true } as const;
  let clean: CleanTransactions;
  try {
    clean = cleanTransactions(lines, meant);
  } catch (error) {
    if (error instanceof InputError) return; // nothing in it is a purchase
    throw error;
  }
  const { audit, rejected, transactions } = clean;
  const rejectedRows = audit.rejected.reduce((sum, { rows }) => sum + rows, 0);
  assertEquals(audit.rows_read, lines.height);
  assertEquals(audit.rows_read, audit.rows_kept + rejectedRows);
  assertEquals([transactions.height, rejected.height], [audit.rows_kept, rejectedRows]);
  const amounts = [audit.revenue_kept, ...audit.rejected.map(({ revenue }) => revenue)];
  if (amounts.some((amount) => Math.abs(amount) > MOST)) {
    const sum = amounts.reduce((sum, amount) => sum + amount, 0);
    return assertAlmostEquals(sum, audit.revenue_read, 1e-15 * Math.max(...amounts.map(Math.abs)));
  }
  const parts = audit.rejected.reduce((sum, { revenue }) => sum + millionths(revenue), 0n);
  assertEquals(parts + millionths(audit.revenue_kept), millionths(audit.revenue_read));
}

/** Money as whole millionths, so that the sums are compared to the last digit. */
function millionths(value: number): bigint {
  const [whole, decimals = ""] = Math.abs(value).toFixed(6).split(".");
  return BigInt(Math.sign(value)) * BigInt(whole + decimals.padEnd(6, "0"));
}
