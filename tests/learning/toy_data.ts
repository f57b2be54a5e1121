import { type Matrix, matrixFromRows } from "../../src/numeric/matrix.ts";
import { createRandom } from "../../src/numeric/random/random.ts";

/** Two well separated groups in two columns, and a column of noise; targets follow the group. */
export function separableData(rows = 80): { X: Matrix; classes: number[]; targets: number[] } {
  const random = createRandom(11, "separable");
  const classes = Array.from({ length: rows }, (_, i) => i % 2);
  const X = matrixFromRows(
    classes.map((c) => [10 * c + random.normal(), -4 * c + random.normal() / 2, random.normal()]),
  );
  return { X, classes, targets: classes.map((c) => 100 + 50 * c + random.next()) };
}

/** Freezes everything that can be frozen; typed arrays are guarded by {@linkcode unchanged}. */
export function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === "object" && inner !== null && !ArrayBuffer.isView(inner)) frozen(inner);
  }
  return Object.freeze(value);
}

/** Runs `act` and says whether the matrix still holds what it held. */
export function unchanged(X: Matrix, act: () => void): boolean {
  const before = X.values.slice();
  act();
  return X.values.every((value, i) => Object.is(value, before[i]));
}

/** A model as another process reads it. */
export function throughJson<T>(model: T): T {
  return JSON.parse(JSON.stringify(model));
}

/** A fixture written by tests/fixtures/learning.py. */
// deno-lint-ignore no-explicit-any
export function fixture(name: string): any {
  return JSON.parse(Deno.readTextFileSync(new URL(`../fixtures/${name}`, import.meta.url)));
}
