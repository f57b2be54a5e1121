import { assertEquals } from "@std/assert";
import { encodePurchases } from "../../../src/recommendation/matrix/encode_purchases.ts";
import {
  ownedBy,
  purchaseHistories,
} from "../../../src/recommendation/matrix/purchase_histories.ts";
import { lines, SHOP } from "../purchases.ts";

Deno.test("purchaseHistories: a period has its own customers and products", () => {
  const encoded = encodePurchases(lines(SHOP));
  const later = purchaseHistories(encoded, {
    from: Date.parse("2020-01-05"),
    excludeServices: false,
  });
  assertEquals(later.customers, ["ada", "cyd"]);
  assertEquals(later.products, ["JAM", "PEN", "POST", "TEA"]);
  assertEquals([...ownedBy(later, 0)], [2, 3]);
  const earlier = purchaseHistories(encoded, { until: Date.parse("2020-01-05") });
  assertEquals(earlier.customers, ["ada", "bob"]);
});

Deno.test("purchaseHistories: purchases are invoices, the last one has its date", () => {
  const { purchases, lastPurchase, productIndices } = purchaseHistories(
    encodePurchases(lines(SHOP.slice(0, 5))),
    { excludeServices: true },
  );
  assertEquals([...productIndices], [0, 1]);
  assertEquals([...purchases], [1, 2]);
  assertEquals([...lastPurchase], ["2020-01-01", "2020-01-09"].map((day) => Date.parse(day)));
});

Deno.test("purchaseHistories: an empty period has no customers", () => {
  const none = purchaseHistories(encodePurchases(lines(SHOP)), { until: 0 });
  assertEquals([none.customers, none.products, [...none.offsets]], [[], [], [0]]);
});

Deno.test("ownedBy: the products of one customer", () => {
  const entries = { offsets: Int32Array.of(0, 1, 3), productIndices: Int32Array.of(4, 0, 2) };
  assertEquals([...ownedBy(entries, 1)], [0, 2]);
});
