import { assertAlmostEquals, assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { trackPurchases } from "../../src/lifetime_value/track_purchases.ts";
import { addDays, instantOf } from "../../src/frames/days.ts";

Deno.test("trackPurchases: of 40 years the weeks of the last ten, what came before counted but not shown", () => {
  // One customer from the first day on, with a purchase every 100 days; another from the end on.
  const days = Array.from({ length: 146 }, (_, i) => addDays("1980-01-01", 100 * i));
  const from = addDays(days[145], 1), asOf = addDays(from, 70);
  const lines = pl.DataFrame({
    customer_id: [...days.map(() => "a"), "b"],
    invoice_date: [...days, from].map((date) => new Date(instantOf(date))),
    revenue: new Array<number>(147).fill(1),
  });
  const models = [{ kind: "nbd", r: 2, alpha: 200 } as const];
  const rows = trackPurchases(lines, models as never, { from, asOf });
  assertEquals(rows.length, 2 * (521 + 10));
  for (const model of ["actual", "nbd"]) {
    const own = rows.filter((row) => row.model === model);
    const before = own[0].cumulative - own[0].purchases;
    own.slice(1).forEach((row, i) =>
      assertAlmostEquals(row.purchases, row.cumulative - own[i].cumulative, 1e-9)
    );
    const last = own[own.length - 1];
    const shown = own.reduce((sum, { purchases }) => sum + purchases, 0);
    assertAlmostEquals(before + shown, last.cumulative, 1e-9);
    if (model === "actual") {
      assertEquals(last.cumulative, 145);
      assertEquals(before, days.slice(1).filter((day) => day < addDays(from, -521 * 7)).length);
      assertEquals(own[0].until, addDays(from, -520 * 7));
    }
  }
});
