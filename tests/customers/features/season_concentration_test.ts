import pl from "nodejs-polars";
import { seasonConcentration } from "../../../src/customers/features/season_concentration.ts";
import { assertEquals } from "@std/assert";

Deno.test("seasonConcentration: the largest share of each customer's spend in three consecutive months of the year", () => {
  const lines = pl.DataFrame({
    customer_id: ["7", "7"],
    invoice_id: ["1", "2"],
    revenue: [30, 10],
    invoice_date: [new Date("2024-12-20"), new Date("2024-06-20")],
  });
  // (¾ × 2 orders + ¼ × 4) ÷ (2 + 4)
  assertEquals(seasonConcentration(lines).row(0), ["7", 2.5 / 6]);
});
