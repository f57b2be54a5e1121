import { descriptiveNames } from "../../../src/segmentation/naming/descriptive_names.ts";
import { assertEquals } from "@std/assert";

Deno.test("descriptiveNames: names clusters by what they are", () => {
  const [{ name }] = descriptiveNames([
    {
      effects: { recency_days: 0.6, average_basket_size: -0.5 },
      relativeSpend: 1,
      seasonal: false,
    },
  ]);
  assertEquals(name, "Lapsed small-basket buyers");
});
