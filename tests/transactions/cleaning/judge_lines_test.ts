import pl from "nodejs-polars";
import { judgeLines } from "../../../src/transactions/cleaning/judge_lines.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { transactionRules } from "../../../src/transactions/cleaning/transaction_rules.ts";
import { typedLines } from "../../../src/transactions/interpretation/typed_lines.ts";
import { assertEquals } from "@std/assert";

Deno.test("judgeLines: applies rules to lines; each distinct value is looked at once", () => {
  const lines = typedLines(
    transactionLines(
      pl.DataFrame({
        date: ["2024-05-01", "2024-05-01", "soon"],
        customer: ["7", "", "8"],
        quantity: ["1", "1", "1"],
        price: ["2", "2", "2"],
      }),
      "shop",
    ),
    { skipUnreadable: true },
  );
  const rules = transactionRules();
  const { faultOfRow, sellable } = judgeLines(lines, rules);
  assertEquals(Array.from(faultOfRow, (position) => rules[position]?.reason), [
    undefined,
    "missing_customer",
    "unreadable_date",
  ]);
  assertEquals([...sellable], [0, 1]);
});
