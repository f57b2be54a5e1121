import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { hyp2f1 } from "../../../../src/lifetime_value/models/fitting/hyp2f1.ts";

Deno.test("hyp2f1: equals mpmath 1.3.0 to 12 digits", () => {
  const table = [
    [0.2426, 2.4259, 2.2188, 0.946, 2.3803420931221794],
    [130.8, 138.7, 141.6, 0.53, 9.7955276010632131e+41],
    [1.97, -0.207, 2.2188, 0.946, 0.64286890716398222],
    [5.93, -0.996, 6.75, 0.84, 0.26338571011338907],
    [-3.2, -0.2, 9.5, 0.7, 1.0445115644450393],
    [0.5, 0.3, -0.2, 0.6, -0.32071145001661415],
    [2, 1.5, 3.1, 0.999, 77.787211705582617],
  ];
  for (const [a, b, c, z, expected] of table) {
    assertAlmostEquals(hyp2f1(a, b, c, z) / expected, 1, 1e-12, `${a}, ${b}, ${c}, ${z}`);
  }
});

Deno.test("hyp2f1: closed forms", () => {
  assertEquals(hyp2f1(0.3, 2, 1.7, 0), 1);
  assertAlmostEquals(hyp2f1(2.5, 3, 3, 0.4), 0.6 ** -2.5, 1e-13);
  assertAlmostEquals(hyp2f1(-2, 3, 5, 0.5), 1 - 2 * 3 / 5 * 0.5 + 3 * 4 / (5 * 6) * 0.25, 1e-15);
});

Deno.test("hyp2f1: Euler's transformation changes nothing", () => {
  const [a, b, c, z] = [1.2, 3.4, 4.1, 0.83];
  assertAlmostEquals(
    hyp2f1(a, b, c, z),
    (1 - z) ** (c - a - b) * hyp2f1(c - a, c - b, c, z),
    1e-11,
  );
});

Deno.test("hyp2f1: 1,000,000 terms suffice for z = 0.9999, and where they do not that is said", () => {
  // ₂F₁(1, 1; 2; z) = −ln(1 − z) / z, DLMF 15.4.1.
  assertAlmostEquals(hyp2f1(1, 1, 2, 0.9999), -Math.log1p(-0.9999) / 0.9999, 1e-11);
  assertThrows(() => hyp2f1(1, 1, 2, 0.99999), RangeError, "no convergence");
});

Deno.test("hyp2f1: refuses arguments out of range", () => {
  assertThrows(() => hyp2f1(1, 1, 2, 1), RangeError, "z must be");
  assertThrows(() => hyp2f1(1, 1, 2, -0.1), RangeError, "z must be");
  assertThrows(() => hyp2f1(1, 1, -3, 0.5), RangeError, "got -3");
  assertThrows(() => hyp2f1(1, 1, NaN, 0.5), RangeError, "NaN");
});
