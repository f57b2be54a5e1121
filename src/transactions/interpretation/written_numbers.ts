import { type Coded, type CodedNumbers, type CodedTexts, encodeTexts } from "../../frames/coded.ts";
import type { Written } from "../../frames/exact_product.ts";
import { type ParseNumbersOptions, plainNumbers } from "./parse_numbers.ts";

/** Each value with its text, one code per line. */
export type WrittenNumbers = Coded<readonly Written[]>;

/** The number on a line. */
export function numberOn({ codes, values }: WrittenNumbers, row: number): Written {
  return values[codes[row]];
}

/** The numbers without their texts. */
export function codedNumbers({ codes, values }: WrittenNumbers): CodedNumbers {
  return { codes, values: Float64Array.from(values, ({ value }) => value) };
}

/**
 * Reads columns of numbers. All amounts of a table are written in one way, so the texts of all columns
 * are read together.
 *
 * @param columns Columns of texts.
 * @param options How numbers are written.
 * @returns One column of numbers each, NaN where a text is none.
 * @throws {InputError} If the decimal mark is ambiguous or contradictory.
 */
export function writtenNumbers(
  columns: readonly CodedTexts[],
  options: ParseNumbersOptions,
): WrittenNumbers[] {
  const plain = columns.map(({ codes, values }) => ({ codes, values: values.map(plainNumber) }));
  const isPlain = !options.decimalMark &&
    plain.every(({ values }) =>
      values.every(({ text, value }) => text === "" || Number.isFinite(value))
    );
  if (isPlain) return plain;
  const distinct = encodeTexts(columns.flatMap(({ values }) => values));
  const read = plainNumbers(distinct.values, options).map(plainNumber);
  let at = 0;
  return columns.map(({ codes, values }) => ({
    codes,
    values: values.map(() => read[distinct.codes[at++]]),
  }));
}

/** The number that is written as every programming language writes it, or NaN. */
function plainNumber(text: string): Written {
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
  return { text, value: isNumber ? Number(text) : NaN };
}
