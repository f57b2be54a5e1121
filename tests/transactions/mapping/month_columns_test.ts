import { assertEquals } from "@std/assert";
import { monthColumns } from "../../../src/transactions/mapping/month_columns.ts";

Deno.test("monthColumns finds months, quarters and years however they are written", () => {
  for (
    const names of [
      ["Jan 2023", "Feb 2023"],
      ["2023-01", "2023-12"],
      ["01/2023", "2/2023"],
      ["März", "Mai"],
      ["févr. 2023", "août-23"],
      ["Q1 2023", "Q2 2023"],
      ["2022", "2023"],
    ]
  ) assertEquals(monthColumns(["Product", ...names, "Total"]), names);
});

Deno.test("monthColumns takes no other column, and no single month, for a report by month", () => {
  assertEquals(monthColumns(["Market", "Margin", "Decimals", "Q1", "Order 2023"]), []);
  assertEquals(monthColumns(["Mar", "Date", "Customer"]), []);
});
