import { assert, assertEquals } from "@std/assert";
import { quantile, quantileSorted } from "../../src/numeric/quantile.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
import { selectInPlace } from "../../src/numeric/select_in_place.ts";

const random = createRandom(3);
const shuffled = (values: number[]) => Float64Array.from(random.shuffle(values));
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Orders that quicksort's relatives stumble over, and ordinary ones. */
const SHAPES: Record<string, Float64Array> = {
  one: Float64Array.of(5),
  two: Float64Array.of(2, 1),
  ascending: Float64Array.from(upTo(501)),
  descending: Float64Array.from(upTo(501)).reverse(),
  equal: new Float64Array(200).fill(3),
  twoValues: shuffled(upTo(300).map((i) => i % 2)),
  organPipe: Float64Array.from([...upTo(200), ...upTo(200).reverse()]),
  sawtooth: Float64Array.from(upTo(400), (i) => i % 17),
  random: shuffled(upTo(999).map((i) => i ** 1.5 - 40)),
  infinite: Float64Array.of(Infinity, -Infinity, 0, Infinity, 7, -0, -Infinity),
};

Deno.test("selectInPlace: what stands at a place is what sorting puts there, and parts the others", () => {
  for (const [shape, values] of Object.entries(SHAPES)) {
    const sorted = values.toSorted();
    for (const k of new Set([0, 1, sorted.length >> 2, sorted.length >> 1, sorted.length - 1])) {
      if (k >= sorted.length) continue;
      const copy = values.slice();
      assert(selectInPlace(copy, k) === sorted[k], `${shape}, place ${k}`);
      assert(copy.subarray(0, k).every((value) => value <= sorted[k]), shape);
      assert(copy.subarray(k).every((value) => value >= sorted[k]), shape);
      assertEquals(copy.sort(), sorted, `${shape} holds other numbers`);
    }
  }
});

Deno.test("quantile: to the bit what it is of sorted values", () => {
  for (const values of Object.values(SHAPES)) {
    const sorted = values.toSorted();
    for (const p of [0, 0.1, 1 / 3, 0.5, 0.731, 0.999, 1]) {
      assert(Object.is(quantile(values, p) + 0, quantileSorted(sorted, p) + 0));
    }
  }
});
