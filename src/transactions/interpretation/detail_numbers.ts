import { type CodedTexts, encodeTexts } from "../../frames/coded.ts";
import { exactProduct, ONE } from "../../frames/exact_product.ts";
import type { DetailColumn } from "../mapping/column_synonyms.ts";
import type { TableLines } from "../mapping/transaction_lines.ts";
import { type ParseNumbersOptions, plainNumbers } from "./parse_numbers.ts";

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
