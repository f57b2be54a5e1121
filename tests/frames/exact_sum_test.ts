import { assertEquals } from "@std/assert";
import { createRandom } from "../../src/numeric/random/random.ts";
import { exactSum, exactSums } from "../../src/frames/exact_sum.ts";

Deno.test("exactSums: what BigInt adds up, beyond 2^53 too", () => {
  const random = createRandom(5);
  const units = Float64Array.from(
    { length: 1000 },
    () => Math.round((random.next() - 0.4) * 2 ** 53),
  );
  const groups = Int32Array.from(units, () => random.integer(3));
  const expected = [0, 1, 2, 3].map((group) =>
    [...units].filter((_, row) => groups[row] === group).reduce(
      (sum, unit) => sum + BigInt(unit),
      0n,
    )
  );
  assertEquals(exactSums(units, groups, 4), expected);
  const rows = Int32Array.from([...groups.keys()].filter((row) => groups[row] === 1));
  assertEquals(exactSum(units, rows), expected[1]);
});

Deno.test("exactSum: adds whole numbers exactly, however many there are", () => {
  assertEquals(exactSum(Float64Array.of(2 ** 53 - 1, 2 ** 53 - 1, 1)), 2n ** 54n - 1n);
});
