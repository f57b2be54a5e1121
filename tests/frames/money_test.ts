import { assertEquals } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import { exactSum } from "../../src/frames/exact_sum.ts";
import { exactTotal } from "../../src/frames/exact_total.ts";
import {
  amountOfSum,
  fromMillionths,
  inMillionths,
  LARGEST_AMOUNT,
} from "../../src/frames/money.ts";
import { assertAmount } from "../transactions/exact_decimals.ts";

const millionths = fc.integer({ min: -1e6 * LARGEST_AMOUNT, max: 1e6 * LARGEST_AMOUNT });

Deno.test("inMillionths: gives every amount's millionths back, up to the largest", () => {
  fc.assert(
    fc.property(fc.array(millionths, { minLength: 50, maxLength: 50 }), (whole) => {
      const units = Float64Array.from(whole);
      assertEquals(inMillionths(fromMillionths(units)), units);
    }),
    { numRuns: 2000, seed: 1 },
  );
  const last = Float64Array.from({ length: 1000 }, (_, i) => 1e6 * LARGEST_AMOUNT - i);
  assertEquals(inMillionths(fromMillionths(last)), last);
});

Deno.test("exactTotal: in Polars what whole numbers add up, beyond 64 bits of millionths too", () => {
  const shares = fc.tuple(fc.integer({ min: 0, max: 15 }), fc.array(millionths, { minLength: 1 }));
  fc.assert(
    fc.property(shares, fc.boolean(), ([power, lines], isPositive) => {
      const units = Float64Array.from(
        lines,
        (line) => Math.trunc((isPositive ? Math.abs(line) : line) / 10 ** power),
      );
      const sum = exactSum(units);
      const frame = pl.DataFrame({ v: pl.Series("v", fromMillionths(units), pl.Float64) });
      const [total] = frame.select(exactTotal("v")).row(0);
      assertAmount(total, sum);
      assertEquals(amountOfSum(sum), total + 0); // −0 is 0
    }),
    { numRuns: 500, seed: 2 },
  );
  const many = new Float64Array(5000).fill(LARGEST_AMOUNT); // 4 × 10^19 millionths
  const frame = pl.DataFrame({ v: pl.Series("v", many, pl.Float64) });
  assertEquals(frame.select(exactTotal("v")).row(0), [4e13]);
});

Deno.test("fromMillionths: turns whole millionths back into amounts", () => {
  assertEquals(fromMillionths(Float64Array.of(2_550_000)), Float64Array.of(2.55));
});

Deno.test("amountOfSum: turns an exact sum of millionths back into an amount", () => {
  assertEquals(amountOfSum(8_887_208_894_000n), 8887208.894);
});
