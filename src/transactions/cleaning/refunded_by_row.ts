import type { TypedLines } from "../interpretation/typed_lines.ts";

/**
 * What came back of each line by what its order says (a refunded amount, the word "refunded"), apart
 * from lines of the file that are returns themselves.
 *
 * @param lines Typed lines.
 * @returns Whole millionths per line, parts of an order's refund in proportion to the worth of its
 * lines; they may exceed what a line is worth. `undefined` where nothing came back so.
 */
export function refundedByRow({ refunded }: TypedLines): Float64Array | undefined {
  return refunded;
}
