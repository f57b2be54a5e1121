import { assertEquals } from "@std/assert";
import { shortProductName } from "../../../src/figures/recommendations/short_product_name.ts";

Deno.test("shortProductName: lines of whole words; ids and mixed case stay", () => {
  const short = (name: string, length: number, lines = 1) =>
    shortProductName(name, { length, lines });
  assertEquals(short("SET OF 3 CAKE TINS, PANTRY DESIGN", 19), "Set of 3 cake tins…");
  assertEquals(short("LUNCH BAG  BLACK SKULL.", 12, 2), "Lunch bag\nblack skull.");
  assertEquals(short("DONAUDAMPFSCHIFF", 8), "Donauda…");
  assertEquals(short("iPod Case", 12), "iPod Case");
  assertEquals(short("M12-X", 12), "M12-X");
  assertEquals(short("", 12), "");
});
