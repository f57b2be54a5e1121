import { type CodedTexts, encodeTexts } from "../../../frames/coded.ts";
import { exactProduct, ONE } from "../../../frames/exact_product.ts";
import { InputError } from "../../../frames/errors.ts";
import { plainLine } from "../../../words/sentences.ts";
import type { DetailColumn } from "../../mapping/column_synonyms.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import { type ParseNumbersOptions, plainNumbers } from "./parse_numbers.ts";
import { plainWord, saysNothing } from "../orders/status_words.ts";

/** Columns that show how a table writes its numbers. */
const NUMBERS = ["quantity", "unit_price"] as const;

/** A detail in numbers. */
export interface DetailNumbers {
  readonly codes: Int32Array;
  /** Whole millionths of each distinct text, NaN where it is no number or empty. */
  readonly millionths: Float64Array;
  readonly texts: readonly string[];
}

/**
 * Makes sure that a column of amounts holds amounts: what cannot be read would be left out in silence.
 *
 * @param table The table.
 * @param name The column.
 * @param numbers Its numbers.
 * @param isFine Which texts are no amounts and yet understood.
 * @throws {InputError} If a line says something else.
 */
export function refuseOtherThanAmounts(
  table: TableLines,
  name: DetailColumn,
  { codes, texts, millionths }: DetailNumbers,
  isFine: (text: string) => boolean = () => false,
): void {
  const isWrong = texts.map((text, code) =>
    !Number.isFinite(millionths[code]) && !saysNothing(plainWord(text)) && !isFine(text)
  );
  if (!isWrong.includes(true)) return;
  const row = codes.findIndex((code) => isWrong[code]);
  if (row < 0) return;
  throw new InputError(
    `${table.input}, line ${table.line[row]}: "${plainLine(texts[codes[row]])}" in the column "${
      plainLine(table.mapping[name]!)
    }" is no amount: write a number, or name the right column with --map ${name}=….`,
  );
}

/**
 * Reads details of one table as money. The decimal mark is the one of the table's other amounts.
 *
 * @param table The table.
 * @param names Which details.
 * @param options How numbers are written, where the table does not tell.
 * @returns For each name its numbers; names that the table lacks are left out.
 */
export function detailNumbers<Name extends DetailColumn>(
  table: TableLines,
  names: readonly Name[],
  options: ParseNumbersOptions,
): Partial<Record<Name, DetailNumbers>> {
  const { columns, details } = table;
  const present = names.filter((name) => details[name] !== undefined);
  if (present.length === 0) return {};
  const own: CodedTexts[] = present.map((name) => details[name]!);
  const others = [...NUMBERS.map((name) => columns[name]), details.line_total].filter((column) =>
    column !== undefined
  );
  const distinct = encodeTexts([...own, ...others].flatMap(({ values }) => [...values]));
  const read = plainNumbers(distinct.values, options);
  let at = 0;
  return Object.fromEntries(present.map((name, i) => {
    const { codes, values } = own[i];
    const millionths = Float64Array.from(values, () => {
      const text = read[distinct.codes[at++]];
      return text === "" ? NaN : exactProduct({ text, value: Number(text) }, ONE);
    });
    return [name, { codes, millionths, texts: values }];
  })) as Partial<Record<Name, DetailNumbers>>;
}
