/**
 * Remembers a function of a count: few customers buy very often, so it is worth computing it once
 * per count.
 *
 * @param f A function of a whole number from 0 on.
 * @returns The same function, each value computed once.
 *
 * @example
 * ```ts
 * import { onceEach } from "./once_each.ts";
 * import { assertEquals } from "@std/assert";
 *
 * let calls = 0;
 * const square = onceEach((x) => (calls++, x * x));
 * assertEquals([square(3), square(3), calls], [9, 9, 1]);
 * ```
 */
export function onceEach(f: (x: number) => number): (x: number) => number {
  const known: number[] = [];
  return (x) => known[x] ??= f(x);
}
