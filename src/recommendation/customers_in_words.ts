/**
 * Writes a number of customers.
 *
 * @param count How many.
 * @returns The number and the word.
 *
 * @example
 * ```ts
 * import { customersInWords } from "./customers_in_words.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([1, 2].map(customersInWords), ["1 customer", "2 customers"]);
 * ```
 */
export function customersInWords(count: number): string {
  return count === 1 ? "1 customer" : `${count} customers`;
}
