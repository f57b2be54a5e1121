import pl from "nodejs-polars";
import { visits } from "../../../src/customers/features/visits.ts";
import { assertEquals } from "@std/assert";

Deno.test("visits: the lines of a snapshot added up by customer, invoice, moment and country", () => {
  const noon = new Date("2024-05-01T12:00:00Z");
  const transactions = pl.DataFrame({
    customer_id: ["7", "7"],
    invoice_id: ["1", "1"],
    invoice_date: [noon, noon],
    country: ["UK", "UK"],
    quantity: [2, 1],
    revenue: [0.1, 0.2],
  });
  const [visit] = visits({ asOf: "2024-05-02", transactions, returns: transactions }).toRecords();
  assertEquals([visit.revenue, visit.items], [0.3, 3]);
});
