import pl from "nodejs-polars";
import { dateSeries } from "../../../src/frames/columns.ts";
import { purchaseDays } from "../../../src/customers/features/purchase_days.ts";
import { assertEquals } from "@std/assert";

Deno.test("purchaseDays: the days on which each customer bought", () => {
  const days = purchaseDays(
    pl.DataFrame({
      customer_id: ["7", "7", "7"],
      revenue: [10, 4, 8],
      invoice_date: dateSeries(
        "invoice_date",
        Float64Array.of(0.1, 0.2, 9).map((day) => day * 864e5),
      ),
    }),
    null,
    "1970-01-05",
  );
  assertEquals(days.rows(), [["7", 0, 14]]);
});
