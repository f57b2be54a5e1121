import { assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { encodePurchases } from "../../../src/recommendation/matrix/encode_purchases.ts";
import { productBaskets } from "../../../src/recommendation/matrix/product_baskets.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { lines, SHOP } from "../purchases.ts";

Deno.test("productBaskets: an invoice's distinct products, by hand", () => {
  const baskets = productBaskets(encodePurchases(lines(SHOP)), { excludeServices: false });
  assertEquals(baskets.products, ["CUP", "JAM", "PEN", "POST", "TEA"]);
  // 1: CUP, TEA (on two lines). 2: POST, TEA. 3: CUP, JAM, TEA. 4: JAM, PEN.
  assertEquals([...baskets.offsets], [0, 2, 4, 7, 9]);
  assertEquals([...baskets.productIndices], [0, 4, 3, 4, 0, 1, 4, 1, 2]);
});

Deno.test("productBaskets: without services, an invoice of nothing else is no basket", () => {
  const rows = [["dan", "0", "2020-01-06", "POST", 9], ...SHOP] as const;
  const baskets = productBaskets(encodePurchases(lines(rows)), { excludeServices: true });
  assertEquals(baskets.products, ["CUP", "JAM", "PEN", "TEA"]);
  assertEquals([...baskets.offsets], [0, 2, 3, 6, 8]);
  const none = productBaskets(encodePurchases(lines(rows.slice(0, 1))), { excludeServices: true });
  assertEquals([none.products, [...none.offsets]], [[], [0]]);
});

Deno.test("productBaskets: the order of rows is no matter; its input stays as it is", () => {
  const expected = productBaskets(encodePurchases(lines(SHOP)), { excludeServices: false });
  for (const seed of [1, 2, 3]) {
    const encoded = encodePurchases(lines(createRandom(seed).shuffle(SHOP)));
    const before = structuredClone(encoded);
    assertEquals(productBaskets(encoded, { excludeServices: false }), expected);
    assertEquals(encoded, before);
  }
});

Deno.test({
  name: "productBaskets: UCI Online Retail is 18,532 × 3,665 (REFERENCE)",
  ignore: onlineRetailPath === undefined,
  fn() {
    const { products, offsets } = productBaskets(encodePurchases(onlineRetail().transactions), {
      excludeServices: false,
      soldWithinDays: Infinity,
    });
    assertEquals([offsets.length - 1, products.length], [18_532, 3665]);
  },
});
