import {
  type Coded,
  type CodedNumbers,
  type CodedTexts,
  encodeTexts,
} from "../../../frames/coded.ts";
import type { Written } from "../../../frames/exact_product.ts";
import { countOf } from "../../../words/numbers.ts";
import type { SourceColumn } from "../../mapping/column_synonyms.ts";
import type { TableLines } from "../../mapping/transaction_lines.ts";
import { otherThanNumber } from "./number_words.ts";
import { dashOf, isAccounting, type ParseNumbersOptions, plainNumbers } from "./parse_numbers.ts";
import type { ReadingNote } from "../reading_note.ts";
import { textsInUse } from "../texts_in_use.ts";
import { refuseUnreadable } from "../unreadable_values.ts";

/** Each value with its text, one code per line. */
export type WrittenNumbers = Coded<readonly Written[]>;

/** A column of amounts as text. */
export interface AmountTexts {
  readonly header: string;
  readonly texts: CodedTexts;
  /** What it was taken for; a column that is only compared with others may hold what it likes. */
  readonly name?: SourceColumn;
}

/** Options of {@linkcode readAmounts}. */
export interface ReadAmountsOptions extends Pick<ParseNumbersOptions, "decimalMark" | "source"> {
  /** Whether lines that cannot be read may be left out, however many they are. */
  readonly skipUnreadable?: boolean;
}

/** The amounts of a table. */
export interface ReadAmounts {
  /** One per column, in their order. */
  readonly amounts: readonly WrittenNumbers[];
  readonly notes: readonly ReadingNote[];
}

const FORMS = "1234.50, 1,234.50, 1.234,50, (123.40), 75.63-, $ 12 or 12 EUR";

/** A column of numbers with its texts, a dash that stands for zero replaced. */
interface AmountValues extends AmountTexts {
  readonly values: readonly string[];
}

/**
 * Reads amounts of a table. All of them are written in one way, so the texts of all columns decide
 * together what a point or a comma means.
 *
 * A dash alone is zero in a column that writes amounts as accountants do, in parentheses or with their
 * currency.
 *
 * @param table The lines as text.
 * @param columns Columns of the table.
 * @param options See {@linkcode ReadAmountsOptions}.
 * @returns Each column's numbers, NaN where there is none, and what was decided.
 * @throws {InputError} If the decimal mark is ambiguous or contradictory, or more than one line in a
 * hundred of a column cannot be read.
 */
export function readAmounts(
  table: Pick<TableLines, "input" | "line">,
  columns: readonly AmountTexts[],
  options: ReadAmountsOptions = {},
): ReadAmounts {
  const source = options.source ?? table.input, notes: ReadingNote[] = [];
  const read = columns.map((column) => withZeros(column, notes));
  const amounts = writtenNumbers(read, table, { ...options, source }, notes);
  if (!options.skipUnreadable) {
    read.forEach(({ texts, header, name }, i) =>
      name && refuseUnreadable({
        texts,
        isRead: (code) => !Number.isNaN(amounts[i].values[code].value),
        line: table.line,
        source,
        header,
        what: "number",
        otherwise: otherThanNumber,
        forms: FORMS,
        cure: `name another column with --map ${name}="…"`,
      })
    );
  }
  return { amounts, notes };
}

function withZeros(column: AmountTexts, notes: ReadingNote[]): AmountValues {
  const { header, texts } = column, values = textsInUse(texts);
  const dashes = values.map(dashOf);
  const areZero = dashes.includes("currency") ||
    (dashes.includes("alone") && values.some(isAccounting));
  if (!areZero) return { ...column, values };
  const rows = texts.codes.reduce((sum, code) => sum + Number(dashes[code] !== undefined), 0);
  notes.push({
    topic: "amounts",
    sentence: `A dash in "${header}" counts as 0 (${countOf(rows, "line")}).`,
    rows,
  });
  return { ...column, values: values.map((text, i) => dashes[i] ? "0" : text) };
}

function writtenNumbers(
  columns: readonly AmountValues[],
  { line }: Pick<TableLines, "line">,
  { decimalMark, source }: ReadAmountsOptions,
  notes: ReadingNote[],
): WrittenNumbers[] {
  const plain = columns.map(({ texts: { codes }, values }) => ({
    codes,
    values: values.map(plainNumber),
  }));
  if (!decimalMark && areProgrammed(plain)) return plain;
  const distinct = encodeTexts(columns.flatMap(({ values }) => values));
  const shown = (position: number) => {
    const text = distinct.values[position];
    const { header, texts, values } = columns.find(({ values }) => values.includes(text))!;
    const row = texts.codes.indexOf(values.indexOf(text));
    return `"${text.trim()}"` + (row < 0 ? "" : ` in "${header}" on line ${line[row]}`);
  };
  const texts = plainNumbers(distinct.values, { decimalMark, source, shown });
  const comma = distinct.values.findIndex((text, i) =>
    text.includes(",") && texts[i].includes(".") && text.lastIndexOf(",") > text.lastIndexOf(".")
  );
  if (comma >= 0) {
    const sentence = `Numbers are read with a decimal comma, such as "${
      distinct.values[comma].trim()
    }".`;
    notes.push({ topic: "amounts", sentence });
  }
  const read = texts.map(plainNumber);
  let at = 0;
  return columns.map(({ texts: { codes }, values }) => ({
    codes,
    values: values.map(() => read[distinct.codes[at++]]),
  }));
}

/**
 * Whether all numbers are written as programming languages do, and show it: where every decimal mark has
 * three digits behind it, as in `1.234`, it could separate thousands.
 */
function areProgrammed(columns: readonly WrittenNumbers[]): boolean {
  let isOpen = false, isProven = false;
  for (const { values } of columns) {
    for (const { text, value } of values) {
      if (text !== "" && !Number.isFinite(value)) return false;
      if (isProven || !text.includes(".")) continue;
      if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) isOpen = true;
      else isProven = true;
    }
  }
  return isProven || !isOpen;
}

/** The number that is written as every programming language writes it, or NaN. */
function plainNumber(text: string): Written {
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
  return { text, value: isNumber ? Number(text) : NaN };
}

/** The number on a line. */
export function numberOn({ codes, values }: WrittenNumbers, row: number): Written {
  return values[codes[row]];
}

/** The numbers without their texts. */
export function codedNumbers({ codes, values }: WrittenNumbers): CodedNumbers {
  return { codes, values: Float64Array.from(values, ({ value }) => value) };
}
