import { isDark, shadeOf } from "../../../src/figures/drawing/shade_of.ts";
import { assertEquals } from "@std/assert";

Deno.test("shadeOf: finds the shade of a value on a ramp of equally wide steps", () => {
  const shades = ["light", "medium", "dark"];
  assertEquals([0, 5, 10].map((value) => shadeOf(value, [0, 10], shades)), shades);
});

Deno.test("isDark: says whether text on a colour is better white than dark", () => {
  assertEquals(["#083370", "#fbd5ae"].map(isDark), [true, false]);
});
