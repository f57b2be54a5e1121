import { assertEquals, assertThrows } from "@std/assert";
import {
  binaryInteractions,
  buildInteractions,
} from "../../../src/recommendation/matrix/build_interactions.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { lines, SHOP } from "../purchases.ts";

Deno.test("buildInteractions: the binary matrix of ten lines, by hand", () => {
  const matrix = buildInteractions(lines(SHOP), { excludeServices: false });
  assertEquals(matrix.customers, ["ada", "bob", "cyd"]);
  assertEquals(matrix.products, ["CUP", "JAM", "PEN", "POST", "TEA"]);
  assertEquals([...matrix.offsets], [0, 3, 6, 8]);
  assertEquals([...matrix.productIndices], [0, 3, 4, 0, 1, 4, 1, 2]);
  assertEquals([...matrix.values], [1, 1, 1, 1, 1, 1, 1, 1]);
});

Deno.test("buildInteractions: counts are invoices, not lines; revenue adds up", () => {
  const counts = buildInteractions(lines(SHOP), { weight: "counts", excludeServices: false });
  assertEquals([...counts.values], [1, 1, 2, 1, 1, 1, 1, 1]);
  const revenue = buildInteractions(lines(SHOP), { weight: "revenue", excludeServices: false });
  assertEquals([...revenue.values], [4, 9, 0.1 + 0.2 + 2, 4, 3, 2, 3, 1]);
});

Deno.test("buildInteractions: services can be left out, their buyers stay", () => {
  const rows = [...SHOP, ["dan", "5", "2020-01-06", "POST", 9]] as const;
  const matrix = buildInteractions(lines(rows), { excludeServices: true });
  assertEquals(matrix.customers, ["ada", "bob", "cyd", "dan"]);
  assertEquals(matrix.products, ["CUP", "JAM", "PEN", "TEA"]);
  assertEquals([...matrix.offsets], [0, 2, 5, 7, 7]);
});

Deno.test("buildInteractions: the order of rows is no matter", () => {
  for (const weight of ["binary", "counts", "revenue"] as const) {
    for (const seed of [1, 2, 3]) {
      const shuffled = lines(createRandom(seed).shuffle(SHOP));
      assertEquals(
        buildInteractions(shuffled, { weight }),
        buildInteractions(lines(SHOP), { weight }),
      );
    }
  }
});

Deno.test("buildInteractions: refuses bad input in one sentence", () => {
  assertThrows(() => buildInteractions(lines([])), RangeError, "there are no lines");
  assertThrows(
    () => buildInteractions(lines(SHOP).drop("product_id", "revenue")),
    TypeError,
    "missing product_id, revenue",
  );
  assertThrows(
    () => buildInteractions(lines(SHOP), { weight: "stars" as "binary" }),
    RangeError,
    "stars",
  );
});

Deno.test("buildInteractions: one line is one entry", () => {
  const matrix = buildInteractions(lines(SHOP.slice(0, 1)));
  assertEquals([matrix.customers, matrix.products, [...matrix.values]], [["ada"], ["TEA"], [1]]);
});

Deno.test({
  name: "buildInteractions: UCI Online Retail is 4,338 × 3,665 with 266,792 entries (REFERENCE)",
  ignore: onlineRetailPath === undefined,
  fn() {
    const matrix = buildInteractions(onlineRetail().transactions, { excludeServices: false });
    assertEquals(
      [matrix.customers.length, matrix.products.length, matrix.values.length],
      [4338, 3665, 266_792],
    );
  },
});

Deno.test("binaryInteractions: the binary matrix of purchase histories", () => {
  const { values } = binaryInteractions({
    customers: ["Ada"],
    products: ["TEA"],
    offsets: Int32Array.of(0, 1),
    productIndices: Int32Array.of(0),
    purchases: Int32Array.of(3),
    lastPurchase: Float64Array.of(9),
    revenue: Float64Array.of(7.5),
  });
  assertEquals([...values], [1]);
});
