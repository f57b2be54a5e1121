import type { CodedTexts } from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import {
  parseNumbers,
  type ParseNumbersOptions,
} from "../../interpretation/amounts/parse_numbers.ts";

/**
 * The numbers of a column for arithmetic that finds out what a table is, never for money that counts.
 *
 * @param column Any column.
 * @param options How its numbers are written.
 * @returns One number per row, NaN where there is none; undefined where it cannot be told which.
 */
export function columnNumbers(
  { codes, values }: CodedTexts,
  options: ParseNumbersOptions = {},
): Float64Array | undefined {
  try {
    const numbers = parseNumbers(values, options);
    return Float64Array.from(codes, (code) => numbers[code]);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
