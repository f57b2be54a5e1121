import pl from "nodejs-polars";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { populationStability } from "../../../src/segmentation/following/population_stability.ts";
import { referenceBins } from "../../../src/segmentation/following/reference_bins.ts";
import numpy from "../../fixtures/population_stability.json" with { type: "json" };

const features = numpy.expected.map(({ feature }) => feature);
const table = (values: number[]) => pl.DataFrame({ x: values });
const between = (fitted: number[], later: number[]) =>
  populationStability({ reference: referenceBins(table(fitted), ["x"]) }, table(later))[0];

Deno.test("populationStability: NumPy's edges, shares and indices, with ties and empty bins", () => {
  const reference = referenceBins(pl.DataFrame(numpy.fitted), features);
  const rows = populationStability({ reference }, pl.DataFrame(numpy.later));
  numpy.expected.forEach(({ edges, shares, psi }, i) => {
    assertEquals(reference[i].edges, edges);
    shares.forEach((share, bin) => assertAlmostEquals(reference[i].shares[bin], share, 1e-12));
    assertAlmostEquals(rows[i].psi, psi, 1e-12);
  });
});

Deno.test("populationStability: two bins by hand", () => {
  // Halves become 8 and 2 of 10: (.8 − .5) ln 1.6 + (.2 − .5) ln .4 = .3 ln 4.
  const { psi } = between([1, 1, 1, 1, 1, 2, 2, 2, 2, 2], [1, 1, 1, 1, 1, 1, 1, 1, 2, 2]);
  assertAlmostEquals(psi, 0.3 * Math.log(4), 1e-12);
});

Deno.test("populationStability: the same customers are stable in any order, and both ways alike", () => {
  const values = Array.from({ length: 500 }, (_, i) => (i * 7919) % 500);
  assertEquals(between(values, values.toReversed()), between(values, values));
  assertEquals(between(values, values).psi, 0);
  assertEquals(between(values, values).reading, "stable");
});

Deno.test("populationStability: a constant feature has one bin, and is stable", () => {
  assertEquals(between([3, 3, 3], [3, 3]), {
    feature: "x",
    psi: 0,
    by_chance: 0,
    reading: "stable",
  });
});

Deno.test("populationStability: unmoved samples exceed by_chance once in twenty times", () => {
  const random = createRandom(11, "unmoved");
  const sample = (n: number) => Array.from({ length: n }, () => random.normal());
  let exceeded = 0;
  for (let round = 0; round < 1000; round++) {
    const { psi, by_chance, reading } = between(sample(400), sample(300));
    if (psi > by_chance) exceeded++;
    else assertEquals(reading, "stable");
  }
  // 50 expected, a standard deviation of 7.
  assert(exceeded > 25 && exceeded < 80, `${exceeded} of 1,000`);
});

Deno.test("populationStability: forty customers may move by chance, four thousand may not", () => {
  const spread = (n: number) => Array.from({ length: n }, (_, i) => (i % 40) / 40);
  const moved = (n: number) => spread(n).map((x) => x ** 1.5);
  assertEquals(between(spread(40), moved(40)).reading, "stable");
  assertEquals(between(spread(4000), moved(4000)).reading, "shifted a little");
});

Deno.test("populationStability: nobody and missing values are said", () => {
  assertThrows(() => between([1, 2], []), RangeError, "no customers");
  assertThrows(() => between([], [1]), RangeError, "no customers");
  assertThrows(() => between([1, 2], [1, NaN]), RangeError, "x of row 1 is NaN");
});
