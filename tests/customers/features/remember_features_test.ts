import { assert, assertEquals } from "@std/assert";
import { customerFeatures } from "../../../src/customers/features/customer_features.ts";
import { takeSnapshot } from "../../../src/customers/snapshot.ts";
import { rememberFeatures } from "../../../src/customers/features/remember_features.ts";
import { cleanTransactions } from "../../../src/transactions/cleaning/clean_transactions.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { synthesizeTransactions } from "../../../src/transactions/synthesis/synthesize_transactions.ts";

Deno.test("rememberFeatures: each date has its own features, computed once", () => {
  const { lines } = synthesizeTransactions({ customers: 50, seed: 3 });
  const clean = cleanTransactions(transactionLines(lines, "demo"));
  const featuresAt = rememberFeatures(clean);
  const dates = ["2024-06-30", "2024-12-31", "2024-06-30"];
  const [june, december, again] = dates.map(featuresAt);
  assert(june === again);
  assert(june.height < december.height);
  assertEquals(june.rows(), customerFeatures(takeSnapshot(clean, dates[0])).rows());
});
