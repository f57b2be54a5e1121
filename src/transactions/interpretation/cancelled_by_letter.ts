import type { CodedNumbers, CodedTexts } from "../../frames/coded.ts";

/** An order number by which some files mark a cancellation, as UCI's "C536379". */
export const CANCELLED_BY_LETTER = /^[Cc][0-9]+$/;

/**
 * Tells whether order numbers of "C" and digits are cancellations in a table: only where most of them
 * come with negative quantities. In other tables C is a letter like any other.
 *
 * @param order Order numbers.
 * @param quantity Pieces of each line.
 * @returns Per line 1 where its order number cancels it.
 */
export function cancelledByLetter(order: CodedTexts, quantity: CodedNumbers): Uint8Array {
  const hasLetter = Uint8Array.from(
    order.values,
    (id) => Number(CANCELLED_BY_LETTER.test(id)),
  );
  const cancelled = new Uint8Array(order.codes.length);
  if (!hasLetter.includes(1)) return cancelled;
  let negative = 0, positive = 0;
  for (let row = 0; row < cancelled.length; row++) {
    if (hasLetter[order.codes[row]] === 0) continue;
    cancelled[row] = 1;
    const pieces = quantity.values[quantity.codes[row]];
    if (pieces < 0) negative++;
    else if (pieces > 0) positive++;
  }
  return negative > positive ? cancelled : cancelled.fill(0);
}
