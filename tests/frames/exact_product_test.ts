import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { decimalOf, exactProduct, roundedQuotient } from "../../src/frames/exact_product.ts";
import { anyNumber, productOf } from "../transactions/exact_decimals.ts";

const written = (text: string) => ({ value: Number(text), text });

Deno.test("exactProduct: any two decimals give the millionths that whole numbers give", () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (a, b) => {
      assertEquals(exactProduct(written(a), written(b)), productOf(a, b));
    }),
    { numRuns: 20_000, seed: 1 },
  );
});

Deno.test("exactProduct: a half goes to the even millionth, a hair beyond it does not", () => {
  const cases = [
    ["0.0000005", "3", 2], // 1.5 millionths
    ["0.0000005", "5", 2],
    ["-0.0000005", "5", -2],
    ["0.00000050000000000000000000001", "5", 3],
    ["0.0000005", "5.0000000000000000001", 3],
    ["8000000000", "1", 8e15],
    ["7999999999.9999995", "1", 8e15], // the half below goes up to the even one, the largest
    ["8000000000.0000005", "1", 8e15],
    ["8000000000.00000050000001", "1", Infinity],
    ["1073741824.1073741824", "1.0000000000000001", 1_073_741_824_107_374],
  ] as const;
  assertEquals(
    cases.map(([a, b]) => exactProduct(written(a), written(b))),
    cases.map(([, , millionths]) => millionths),
  );
});

Deno.test("decimalOf: takes a decimal text apart: the number is `digits × 10^exponent`", () => {
  assertEquals(decimalOf("-12.50e3"), { digits: -1250n, exponent: 1 });
});

Deno.test("roundedQuotient: divides whole numbers and rounds to the nearest whole number", () => {
  assertEquals([5n, 7n, -5n, -8n].map((n) => roundedQuotient(n, 2n)), [2n, 4n, -2n, -4n]);
});
