import { drawLegend } from "../../../src/figures/drawing/legend.ts";
import { assertEquals } from "@std/assert";

Deno.test("drawLegend: draws a legend as plain shapes", () => {
  const entries = ["first", "second"].map((
    label,
  ) => ({ kind: "line", label, colour: "#000" } as const));
  assertEquals(drawLegend(entries, 400).height, 20);
  assertEquals(drawLegend(entries, 60).height, 40);
});
