import { monthAxis, monthTick } from "../../../src/figures/drawing/month_tick.ts";
import { assert, assertEquals } from "@std/assert";

Deno.test("monthTick: names the months under an axis", () => {
  const months = ["2010-11", "2010-12", "2011-01"];
  assertEquals(months.map(monthTick(months, 720)), ["Nov\n2010", "Dec", "Jan\n2011"]);
});

Deno.test("monthAxis: the axis of months that charts over time share", () => {
  assert(monthAxis(["2010-11", "2010-12"], 720) !== undefined);
});
