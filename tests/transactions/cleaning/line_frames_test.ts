import pl from "nodejs-polars";
import { NONE } from "../../../src/transactions/cleaning/account_for.ts";
import { lineFrames } from "../../../src/transactions/cleaning/line_frames.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { typedLines } from "../../../src/transactions/interpretation/typed_lines.ts";
import { assertEquals } from "@std/assert";

Deno.test("lineFrames: makes ready to write lines out as dataframes", () => {
  const lines = typedLines(
    transactionLines(
      pl.DataFrame({
        date: ["2024-05-01", "soon"],
        customer: ["7", "8"],
        quantity: ["3", "1"],
        price: ["2", "2"],
      }),
      "shop",
    ),
    { skipUnreadable: true },
  );
  const faults = [{ reason: "unreadable_date", column: "invoice_date", description: "No date." }];
  const { checked, rejected } = lineFrames(lines, Int32Array.of(NONE, 0), faults);
  assertEquals(checked(Int32Array.of(0)).getColumn("revenue").toArray(), [6]);
  assertEquals(rejected().select("line", "reason", "invoice_date").row(0), [
    2,
    "unreadable_date",
    "soon",
  ]);
});
