import { amountScale, shareScale } from "../../../src/figures/drawing/scales.ts";
import { assertEquals } from "@std/assert";

Deno.test("amountScale: begins at 0 and names the amount", () => {
  const { label, zero, tickFormat } = amountScale("revenue");
  assertEquals([label, zero, tickFormat(1500)], ["↑ revenue", true, "1.5K"]);
});

Deno.test("shareScale: ends at the largest share, a hundredth at least", () => {
  assertEquals(shareScale([{ share: 0.2 }, { share: 0.5 }], false).domain, [0, 0.5]);
  assertEquals(shareScale([], true).domain, [0, 0.01]);
});
