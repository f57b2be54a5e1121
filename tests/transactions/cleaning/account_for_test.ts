import pl from "nodejs-polars";
import { accountFor, NONE } from "../../../src/transactions/cleaning/account_for.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { typedLines } from "../../../src/transactions/interpretation/typed_lines.ts";
import { assertEquals } from "@std/assert";

Deno.test("accountFor: accounts for every line: how many", () => {
  const lines = typedLines(transactionLines(
    pl.DataFrame({
      quantity: ["3", "1"],
      price: ["0.1", "0.2"],
      customer: ["7", ""],
      date: ["2024-05-01", "2024-05-02"],
    }),
    "example",
  ));
  const { revenue_read, revenue_kept, rejected } = accountFor({
    lines,
    sold: Int32Array.of(0, 1),
    kept: Int32Array.of(0),
    faultOfRow: Int32Array.of(NONE, 0),
    faults: [{ reason: "missing_customer", column: "customer_id", description: "No customer." }],
  });
  assertEquals([revenue_read, revenue_kept, rejected[0].revenue], [0.5, 0.3, 0.2]);
});
