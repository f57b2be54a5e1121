import { ownNumbers } from "../../../../src/frames/coded.ts";
import {
  isChosen,
  isOfLayout,
} from "../../../../src/transactions/interpretation/amounts/amount_plan.ts";
import { assertEquals } from "@std/assert";

Deno.test("isChosen, isOfLayout: how a column was found", () => {
  const columns = ["named with --map", 'layout "Shopify orders"', "by its name"].map((by) => ({
    header: "Total",
    numbers: ownNumbers(new Float64Array(1)),
    by,
  }));
  assertEquals(columns.map(isChosen), [true, false, false]);
  assertEquals(columns.map(isOfLayout), [false, true, false]);
});
