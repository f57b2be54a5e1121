import { assert, assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { expectedPurchases } from "../../src/lifetime_value/models/expected_purchases.ts";
import { probabilityAlive } from "../../src/lifetime_value/models/probability_alive.ts";
import {
  purchaseMatrix,
  purchaseMatrixAtMedianAge,
} from "../../src/lifetime_value/purchase_matrix.ts";
import type { PurchaseParameters } from "../../src/lifetime_value/models/purchase_model.ts";
import pl from "nodejs-polars";

/** CDNOW, in days. */
const BG_NBD = { kind: "beta_geo_nbd", r: 0.243, alpha: 4.414 * 7, a: 0.793, b: 2.426 } as const;
const MODELS: readonly PurchaseParameters[] = [
  BG_NBD,
  { ...BG_NBD, kind: "modified_beta_geo_nbd" },
  { kind: "pareto_nbd", r: 0.55315, alpha: 10.57633 * 7, s: 0.60625, beta: 11.6715 * 7 },
  { kind: "nbd", r: 0.385, alpha: 12.072 * 7 },
];
const OPTIONS = { age: 270, horizonDays: 91 };

Deno.test("purchaseMatrix: every cell is what the model says of that history", () => {
  for (const model of MODELS) {
    const cells = purchaseMatrix(model, { ...OPTIONS, mostFrequency: 4, steps: 6 });
    assertEquals(cells.length, 1 + 4 * 6);
    for (const cell of cells) {
      const history = [cell.repeat_frequency, 270 - cell.days_since_last, 270]
        .map((value) => Float64Array.of(value)) as [Float64Array, Float64Array, Float64Array];
      assertEquals(cell.probability_alive, probabilityAlive(model, ...history)[0]);
      assertEquals(cell.expected_purchases, expectedPurchases(model, ...history, 91)[0]);
    }
  }
});

Deno.test("purchaseMatrix: BG/NBD's P(alive) of Fader, Hardie, Lee (2008)", () => {
  const { r, alpha, a, b } = BG_NBD;
  for (const cell of purchaseMatrix(BG_NBD, OPTIONS).slice(1)) {
    const x = cell.repeat_frequency;
    const odds = a / (b + x - 1) *
      ((alpha + 270) / (alpha + 270 - cell.days_since_last)) ** (r + x);
    assertAlmostEquals(cell.probability_alive, 1 / (1 + odds), 1e-14);
  }
});

Deno.test("purchaseMatrix: the longer ago, the less alive and expected; silence weighs on the frequent", () => {
  for (const model of MODELS.filter(({ kind }) => kind !== "nbd")) {
    const cells = purchaseMatrix(model, OPTIONS);
    const at = (x: number, days: number) =>
      cells.find((cell) => cell.repeat_frequency === x && cell.days_since_last === days)!;
    for (let i = 2; i < cells.length; i++) {
      const [before, cell] = [cells[i - 1], cells[i]];
      if (before.repeat_frequency !== cell.repeat_frequency) continue;
      assertLess(before.days_since_last, cell.days_since_last);
      assertLess(cell.probability_alive, before.probability_alive);
      assertLess(cell.expected_purchases, before.expected_purchases);
    }
    assertLess(at(10, 203).probability_alive, at(1, 203).probability_alive);
    assertLess(at(1, 0).expected_purchases, at(10, 0).expected_purchases);
  }
});

Deno.test("purchaseMatrix: each history that can be stands once, also in a short file", () => {
  for (const age of [1, 2, 5, 11, 12, 13, 30]) {
    const cells = purchaseMatrix(BG_NBD, { age, horizonDays: 7 });
    const names = cells.map((cell) => `${cell.repeat_frequency} ${cell.days_since_last}`);
    assertEquals(new Set(names).size, names.length);
    assertEquals([cells[0].repeat_frequency, cells[0].days_since_last], [0, age]);
    assert(cells.slice(1).every((cell) => cell.repeat_frequency > 0 && cell.days_since_last < age));
    assert(cells.slice(1).some((cell) => cell.days_since_last === 0));
  }
});

Deno.test("purchaseMatrix: refuses an age or a horizon that is not positive", () => {
  for (const days of [0, -1, NaN]) {
    assertThrows(
      () => purchaseMatrix(BG_NBD, { ...OPTIONS, horizonDays: days }),
      RangeError,
      `the horizon must be positive, got ${days}`,
    );
    assertThrows(
      () => purchaseMatrix(BG_NBD, { ...OPTIONS, age: days }),
      RangeError,
      `the age must be positive, got ${days}`,
    );
  }
  assertThrows(
    () => purchaseMatrix(BG_NBD, { ...OPTIONS, horizonDays: Infinity }),
    RangeError,
    "got Infinity",
  );
});

Deno.test("purchaseMatrixAtMedianAge: the matrix of purchases for customers who came first as long ago as the middle one of a shop", () => {
  const cdnow = { kind: "beta_geo_nbd", r: 0.243, alpha: 4.414 * 7, a: 0.793, b: 2.426 } as const;
  const customers = pl.DataFrame({ tenure_days: [30, 270, 600] });
  const { age, matrix } = purchaseMatrixAtMedianAge(cdnow, customers, 91);
  assertEquals([age, matrix[0].days_since_last], [270, 270]);
});
