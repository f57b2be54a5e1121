import { cameAndExpectedLegend } from "../../../src/figures/purchases/came_and_expected_legend.ts";
import { assertEquals } from "@std/assert";

Deno.test("cameAndExpectedLegend: tells in a legend what came", () => {
  const legend = cameAndExpectedLegend(["nbd"], () => "#0072b2");
  assertEquals(legend.map(({ label }) => label), ["actual", "NBD"]);
});
