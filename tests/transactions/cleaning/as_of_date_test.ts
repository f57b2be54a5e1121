import { asOfDate } from "../../../src/transactions/cleaning/as_of_date.ts";
import { assertEquals, assertThrows } from "@std/assert";

Deno.test("asOfDate: the date on which customers are looked at", () => {
  assertEquals(asOfDate("2011-12-09"), "2011-12-10");
  assertEquals(asOfDate("2011-12-09", "2012-01-01"), "2012-01-01");
  assertThrows(() => asOfDate("2011-12-09", "9999-12-31"), Error, "more than 10 years after");
});
