import { modelColours, segmentColours } from "../../../src/figures/drawing/palette.ts";
import { assertEquals } from "@std/assert";

Deno.test("segmentColours: gives every segment its colour", () => {
  const colours = segmentColours(["Budget buyers", "High-value customers", "Explorers"]);
  assertEquals(colours.get("High-value customers"), "#0072b2");
  assertEquals(colours.get("Explorers"), "#cc79a7");
});

Deno.test("modelColours: gives every model its colour in order of appearance", () => {
  assertEquals(modelColours(["forest", "logistic", "forest"]).get("logistic"), "#d55e00");
});
