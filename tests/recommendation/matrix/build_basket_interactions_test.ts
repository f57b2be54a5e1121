import { assert, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { buildBasketInteractions } from "../../../src/recommendation/matrix/build_basket_interactions.ts";
import { similarProducts } from "../../../src/recommendation/similarity/similar_products.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { type Line, lines, SHOP } from "../purchases.ts";
import { slowTest } from "../../slow.ts";

Deno.test("buildBasketInteractions: ten lines on four invoices, by hand", () => {
  const matrix = buildBasketInteractions(lines(SHOP), { excludeServices: false });
  assertEquals(matrix.customers, ["1", "2", "3", "4"]);
  assertEquals(matrix.products, ["CUP", "JAM", "PEN", "POST", "TEA"]);
  assertEquals([...matrix.offsets], [0, 2, 4, 7, 9]);
  assertEquals([...matrix.productIndices], [0, 4, 3, 4, 0, 1, 4, 1, 2]);
  assert(matrix.values.every((value) => value === 1));
  assertEquals(matrix.cappedBaskets, 0);
  const goods = buildBasketInteractions(lines(SHOP), { excludeServices: true });
  assertEquals([...goods.offsets], [0, 2, 3, 6, 8]);
});

Deno.test("buildBasketInteractions: bought together is not bought by the same customers", () => {
  // Postage and cups are both Ada's, on two invoices.
  const options = { minimumSupport: 1, similarity: "conditional_probability" } as const;
  const { products, offsets, neighbours, similarities, customersInCommon } = similarProducts(
    buildBasketInteractions(lines(SHOP), { excludeServices: false }),
    options,
  );
  const cup = products.indexOf("CUP");
  const of = (array: Int32Array | Float64Array) => [...array.slice(offsets[cup], offsets[cup + 1])];
  assertEquals(of(neighbours).map((i) => products[i]), ["TEA", "JAM"]);
  assertEquals(of(similarities), [1, 1 / 2]);
  assertEquals(of(customersInCommon), [2, 1]);
});

/** A basket of 5,000 products, of which those with a number divisible by 100 are also bought alone. */
const HUGE: readonly Line[] = Array.from({ length: 5000 }, (_, i): Line[] => {
  const id = `P${String(i).padStart(4, "0")}`;
  const line: Line = ["ada", "1", "2020-01-01", id, 1];
  return i % 100 === 0 ? [line, ["bob", `2 ${id}`, "2020-01-02", id, 1]] : [line];
}).flat();

slowTest("buildBasketInteractions: a basket of 5,000 lines keeps its most popular products", () => {
  const matrix = buildBasketInteractions(lines(HUGE), { maximumBasketSize: 52 });
  assertEquals([matrix.cappedBaskets, matrix.products.length], [1, 5000]);
  const kept = [...matrix.productIndices.slice(0, matrix.offsets[1])];
  const popular = Array.from({ length: 50 }, (_, i) => 100 * i);
  assertEquals(kept, [...popular, 1, 2].sort((a, b) => a - b));
  const whole = buildBasketInteractions(lines(HUGE));
  assertEquals([whole.cappedBaskets, whole.offsets[1]], [0, 5000]);
  const similar = similarProducts(whole, { minimumSupport: 1 });
  assertEquals(similar.neighbours.length, 5000 * 20);
});

Deno.test("buildBasketInteractions: the order of rows is no matter", () => {
  const options = { maximumBasketSize: 2 };
  const expected = buildBasketInteractions(lines(SHOP), options);
  assertEquals(expected.cappedBaskets, 1);
  for (const seed of [1, 2, 3]) {
    const shuffled = lines(createRandom(seed).shuffle(SHOP));
    assertEquals(buildBasketInteractions(shuffled, options), expected);
  }
});

Deno.test("buildBasketInteractions: refuses bad input in one sentence", () => {
  for (const maximumBasketSize of [0, 1.5, -1, NaN]) {
    assertThrows(
      () => buildBasketInteractions(lines(SHOP), { maximumBasketSize }),
      RangeError,
      `maximumBasketSize must be a positive integer, got ${maximumBasketSize}`,
    );
  }
  assertThrows(() => buildBasketInteractions(lines([])), RangeError, "there are no lines");
  assertThrows(
    () => buildBasketInteractions(lines(SHOP).drop("invoice_id")),
    TypeError,
    "missing invoice_id",
  );
});

Deno.test({
  name: "buildBasketInteractions: UCI Online Retail has as many rows as invoices",
  ignore: onlineRetailPath === undefined,
  fn() {
    const { transactions } = onlineRetail();
    const matrix = buildBasketInteractions(transactions, {
      maximumBasketSize: 200,
      excludeServices: false,
    });
    const invoices = transactions.getColumn("invoice_id").nUnique();
    assertEquals(matrix.customers.length, invoices);
    assert(matrix.cappedBaskets > 0 && matrix.cappedBaskets < invoices / 100);
  },
});
