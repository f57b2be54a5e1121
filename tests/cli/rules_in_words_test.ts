import { cleanTransactions } from "../../src/transactions/cleaning/clean_transactions.ts";
import { transactionLines } from "../../src/transactions/mapping/transaction_lines.ts";
import { rulesInWords } from "../../src/cli/rules_in_words.ts";
import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";

Deno.test("rulesInWords: says what each rule did with the lines of a file", () => {
  const { audit } = cleanTransactions(transactionLines(
    pl.DataFrame({
      invoice_id: ["1", "C2"],
      invoice_date: ["2024-05-01", "2024-05-02"],
      quantity: ["2", "-1"],
      unit_price: ["1.10", "1.10"],
      customer_id: ["7", "7"],
    }),
    "example",
  ));
  assertEquals(
    rulesInWords(audit, { without: ["out_of_range"] })[2],
    "  – cancellation      1    −1.10  Cancelled or " +
      'returned (a negative quantity, or invoice "C" and digits where the file cancels so): ' +
      "counted as a return.",
  );
});
