import { renderMonthBars } from "../../../src/figures/drawing/month_bars.ts";
import { assert } from "@std/assert";

Deno.test("renderMonthBars: draws a bar per month, of one piece or of several upon one another", () => {
  const svg = renderMonthBars([{ month: "2011-11", complete: false, orders: 7 }], {
    pieces: [{ colour: "#0072b2", height: (row) => row.orders }],
    label: (row) => `${row.orders}`,
    tip: (row) => `${row.orders} orders`,
    axis: "↑ orders",
    tickFormat: String,
  }, { title: "Orders", showTitle: true, width: 720, description: "Seven orders." });
  assert(svg.includes("Nov") && svg.includes("only in part"));
});
