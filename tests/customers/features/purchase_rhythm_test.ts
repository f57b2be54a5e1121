import pl from "nodejs-polars";
import { purchaseRhythm } from "../../../src/customers/features/purchase_rhythm.ts";
import { assertEquals } from "@std/assert";

Deno.test("purchaseRhythm: how long each customer has been one, and the gaps between purchase days", () => {
  const invoice_date = ["2024-05-01", "2024-05-11", "2024-05-31"].map((day) => new Date(day));
  const lines = pl.DataFrame({ customer_id: ["7", "7", "7"], invoice_date });
  const [rhythm] = purchaseRhythm(lines, "2024-06-01").toRecords();
  assertEquals([rhythm.tenure_days, rhythm.mean_days_between_purchases], [31, 15]);
  assertEquals(rhythm.spread_of_days_between_purchases, Math.sqrt(50));
});
