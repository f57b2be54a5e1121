import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { cliffsDelta } from "../../../src/segmentation/naming/cliffs_delta.ts";

Deno.test("cliffsDelta: counts of all pairs, by the definition of Cliff (1993), with ties", () => {
  const random = createRandom(3);
  const values = Float64Array.from({ length: 200 }, () => random.integer(12));
  const labels = Int32Array.from(values, () => random.integer(3));
  cliffsDelta(values, labels, 3).forEach((delta, cluster) => {
    let sum = 0, pairs = 0;
    values.forEach((a, i) => {
      if (labels[i] !== cluster) return;
      values.forEach((b, j) => {
        if (labels[j] === cluster) return;
        sum += Math.sign(a - b);
        pairs++;
      });
    });
    assertAlmostEquals(delta, sum / pairs, 1e-12);
  });
});

Deno.test("cliffsDelta: the same for the logarithms, 0 where all are equal or nobody is left", () => {
  const values = [1, 10, 100, 1000, 20, 5], labels = [0, 0, 1, 1, 1, 0];
  assertEquals(cliffsDelta(values.map(Math.log), labels, 2), cliffsDelta(values, labels, 2));
  assertEquals(cliffsDelta([7, 7, 7], [0, 1, 1], 2), [0, 0]);
  assertEquals(cliffsDelta([1, 2], [0, 0], 2), [0, 0]);
});

Deno.test("cliffsDelta: values and labels must pair up", () => {
  assertThrows(() => cliffsDelta([1, 2], [0], 1), TypeError, "2 values, but 1 labels");
});
