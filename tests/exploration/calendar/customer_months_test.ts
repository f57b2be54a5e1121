import pl from "nodejs-polars";
import { customerMonths } from "../../../src/exploration/calendar/customer_months.ts";
import { assertEquals } from "@std/assert";

Deno.test("customerMonths: what each customer spent in each calendar month", () => {
  const months = customerMonths(pl.DataFrame({
    customer_id: ["7", "7", "7"],
    revenue: [1, 2, 4],
    invoice_date: ["2024-01-05", "2024-01-09", "2024-02-01"].map((day) => new Date(day)),
  }));
  assertEquals(months.getColumn("revenue").toArray(), [3, 4]);
});
