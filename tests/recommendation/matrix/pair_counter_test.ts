import { assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { customersByProduct } from "../../../src/recommendation/matrix/customers_by_product.ts";
import { pairCounter } from "../../../src/recommendation/matrix/pair_counter.ts";

for (const [kind, share] of [["few", 0.05], ["many", 0.7]] as const) {
  Deno.test(`pairCounter: counts as intersecting sets does, ${kind} customers in common`, () => {
    const random = createRandom(4, kind);
    const n = 30;
    const rows = Array.from(
      { length: 40 },
      () => Array.from({ length: n }, (_, p) => p).filter(() => random.next() < share),
    );
    const offsets = new Int32Array(rows.length + 1);
    rows.forEach((row, i) => offsets[i + 1] = offsets[i] + row.length);
    const matrix = {
      products: Array.from({ length: n }, (_, p) => `P${p}`),
      offsets,
      productIndices: Int32Array.from(rows.flat()),
    };
    const order = Int32Array.from(random.shuffle(Array.from({ length: n }, (_, p) => p)));
    const counter = pairCounter(matrix, customersByProduct(matrix), order);
    for (let product = 0; product < n; product++) {
      const reached = counter.next();
      const counted = Array.from(counter.touched.slice(0, reached)).sort((a, b) => a - b)
        .map((other) => [other, counter.inCommon[other]]);
      const expected = Array.from({ length: product }, (_, other) => [
        other,
        rows.filter((row) => row.includes(order[product]) && row.includes(order[other])).length,
      ]).filter(([, count]) => count > 0);
      assertEquals(counted, expected);
      counter.clear(reached);
    }
  });
}
