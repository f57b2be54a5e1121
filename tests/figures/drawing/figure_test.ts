import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { figure } from "../../../src/figures/drawing/figure.ts";
import { revenueByMonthFigure } from "../../../src/figures/sales/revenue_by_month.ts";

const rows = [
  { month: "2011-11", revenue: 1500, invoices: 3, customers: 2, complete: true },
  { month: "2011-12", revenue: 500, invoices: 1, customers: 1, complete: true },
];

Deno.test("figure: what the drawing is told goes before the figure's options, and they before defaults", () => {
  const sized = (width?: number, own?: number) =>
    figure({ title: "T", width: own, draw: (frame) => `${frame.width}`, caption: "C.", rows }, {
      width,
    });
  assertEquals(sized(400).svg({ width: 500 }), "500");
  assertEquals(sized(400, 480).svg(), "400");
  assertEquals([sized(undefined, 480).svg(), sized().svg()], ["480", "720"]);
  assertThrows(() => sized(200).svg(), RangeError, "got 200");
});

Deno.test("figure: a notebook shows the drawing, and the caption where it cannot", async () => {
  const shown = figure({ title: "T", draw: () => "<svg></svg>", caption: "a < b.", rows }, {});
  const display = shown[Symbol.for("Jupyter.display") as keyof typeof shown] as unknown as () =>
    Promise<Record<string, string>>;
  assertEquals(await display(), {
    "image/svg+xml": "<svg></svg>",
    "text/plain": "a < b.",
  });
});

Deno.test("figure: a unit is written only where the currency is known", () => {
  const axis = (currency?: string) => revenueByMonthFigure(rows, { currency }).svg();
  assertStringIncludes(axis("£"), "revenue (£)");
  assertStringIncludes(axis(), "↑ revenue<");
  assert(!axis().includes("currency"));
});
