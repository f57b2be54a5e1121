import { revenueByMonthFigure } from "../../../src/figures/sales/revenue_by_month.ts";
import { showFigure } from "../../../src/report/parts/show_figure.ts";
import { assert } from "@std/assert";

Deno.test("showFigure: writes a figure with its title above", () => {
  const { markup } = showFigure(revenueByMonthFigure([], { title: "Revenue" }));
  assert(markup.includes("<h3>Revenue</h3>") && markup.includes("no data"));
});
