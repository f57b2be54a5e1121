import {
  isOfPlausibleYear,
  transactionRules,
} from "../../../src/transactions/cleaning/transaction_rules.ts";
import { assertEquals } from "@std/assert";

Deno.test("transactionRules: the rules in the order in which they are applied", () => {
  assertEquals(transactionRules().map(({ reason }) => reason).slice(0, 10), [
    "repeated_header",
    "total_row",
    "ragged_line",
    "other_currency",
    "not_a_sale",
    "order_failed",
    "order_cancelled",
    "order_unpaid",
    "missing_customer",
    "cancellation",
  ]);
});

Deno.test("isOfPlausibleYear: whether a date lies in the years of computers in shops", () => {
  assertEquals(isOfPlausibleYear(0), false); // 1970: a clock that was never set
});
