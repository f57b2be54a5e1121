import { standingOut, timesMedian } from "../../../src/report/parts/standing_out.ts";
import { assertEquals } from "@std/assert";

Deno.test("timesMedian: the larger of the two multiples of a line", () => {
  assertEquals(timesMedian({ times_median_quantity: 12, times_median_revenue: 30 }), 30);
});

Deno.test("standingOut: keeps the lines that truly stand out", () => {
  assertEquals(standingOut([]), []);
});
