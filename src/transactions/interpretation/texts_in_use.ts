import type { CodedTexts } from "../../frames/coded.ts";

/**
 * The distinct texts of a column, those that stand on no line empty: what was taken out of a table, such
 * as a row of totals, proves nothing about the rest.
 *
 * @param column The texts.
 * @returns One text per value, in the same order.
 */
export function textsInUse({ codes, values }: CodedTexts): readonly string[] {
  const isUsed = new Uint8Array(values.length);
  for (let row = 0; row < codes.length; row++) isUsed[codes[row]] = 1;
  return isUsed.includes(0) ? values.map((text, code) => isUsed[code] ? text : "") : values;
}
