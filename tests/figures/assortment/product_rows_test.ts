import * as Plot from "@observablehq/plot";
import { productRows } from "../../../src/figures/assortment/product_rows.ts";
import { assertEquals } from "@std/assert";

Deno.test("productRows: lays out a chart with one row per product, for `renderPlot`", () => {
  const products = [{ product_id: "22423", description: "CAKESTAND", revenue: 9 }];
  const marks = [Plot.barX(products, { x: "revenue", y: "product_id" })];
  const plot = productRows(products, { axis: "revenue →", width: 720, marginRight: 54, marks });
  assertEquals(plot.y?.domain, ["22423"]);
});
