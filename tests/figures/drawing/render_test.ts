import * as Plot from "@observablehq/plot";
import { renderNoData, renderPanels, renderPlot } from "../../../src/figures/drawing/render.ts";
import { assert, assertEquals } from "@std/assert";

Deno.test("renderPlot: renders an Observable Plot as self-contained SVG text", () => {
  const svg = renderPlot({ height: 200, marks: [Plot.barY([1, 2, 4])] }, { title: "Three bars" });
  assert(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
  assert(svg.includes("<title"));
});

Deno.test("renderPanels: renders several plots side by side", () => {
  const panel = { height: 150, marks: [Plot.dot([1, 2, 4])] };
  const svg = renderPanels([panel, panel], { title: "Twice the same" });
  assertEquals(svg.split("<svg").length - 1, 3);
});

Deno.test("renderNoData: draws a chart that has nothing to show, and says so", () => {
  assert(renderNoData({ title: "Revenue by month" }).includes("no data"));
});
