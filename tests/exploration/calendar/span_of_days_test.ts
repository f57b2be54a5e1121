import pl from "nodejs-polars";
import { spanOfDays } from "../../../src/exploration/calendar/span_of_days.ts";
import { assertEquals } from "@std/assert";

Deno.test("spanOfDays: the first and the last day of some lines", () => {
  const lines = pl.DataFrame({
    invoice_date: ["2024-05-03T09:30Z", "2024-05-01T10:00Z"].map((time) => new Date(time)),
  });
  assertEquals(spanOfDays(lines), ["2024-05-01", "2024-05-03"]);
});
