import {
  type Coded,
  type CodedNumbers,
  type CodedTexts,
  encodeTexts,
  ownNumbers,
} from "../../frames/coded.ts";
import { exactProduct, ONE, type Written } from "../../frames/exact_product.ts";
import type { TableLines } from "../mapping/transaction_lines.ts";
import { type ParseNumbersOptions, plainNumbers } from "./parse_numbers.ts";

/** Quantity, price, and for lines with a total in place of a price what follows from it. */
export function tableAmounts(table: TableLines, options: ParseNumbersOptions) {
  const { columns, details: { line_total: lineTotal } } = table;
  const written = [columns.quantity, columns.unit_price, ...(lineTotal ? [lineTotal] : [])];
  const [quantity, price, total] = writtenNumbers(written, options);
  const worth = ownNumbers(new Float64Array(table.height));
  if (!lineTotal) {
    for (let row = 0; row < table.height; row++) {
      worth.values[row] = exactProduct(numberOn(quantity, row), numberOn(price, row));
    }
    return { quantity: codedNumbers(quantity), unit_price: codedNumbers(price), worth };
  }
  const pieces = new Float64Array(table.height), each = new Float64Array(table.height);
  const { codes, values } = columns.quantity;
  for (let row = 0; row < table.height; row++) {
    const paid = numberOn(total, row), isPaid = !Number.isNaN(paid.value);
    const isCounted = values[codes[row]] !== "" || !isPaid;
    const counted = numberOn(quantity, row), listed = numberOn(price, row);
    pieces[row] = isCounted ? counted.value : paid.value < 0 ? -1 : 1;
    worth.values[row] = isPaid ? exactProduct(paid, ONE) : exactProduct(counted, listed);
    each[row] = isPaid ? paid.value / pieces[row] : listed.value;
  }
  return {
    quantity: ownNumbers(pieces),
    unit_price: ownNumbers(each),
    line_total: codedNumbers(total),
    worth,
  };
}

/** Each value with its text, one code per line. */
type WrittenNumbers = Coded<readonly Written[]>;

function numberOn({ codes, values }: WrittenNumbers, row: number): Written {
  return values[codes[row]];
}

function codedNumbers({ codes, values }: WrittenNumbers): CodedNumbers {
  return { codes, values: Float64Array.from(values, ({ value }) => value) };
}

/** All amounts of a table are written in one way, so the texts of all columns are read together. */
function writtenNumbers(
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
