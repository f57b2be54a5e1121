import pl, { type DataFrame, type Series } from "nodejs-polars";
import { memoize } from "../../numeric/memoize.ts";
import { type CodedTexts, sameText, withTexts } from "../../frames/coded.ts";

/** A table in which every value is the text that stands there, empty where there is none. */
export interface TextTable {
  /** The columns' names. */
  readonly header: readonly string[];
  readonly height: number;
  /** The column of a name in the header; the first one if names are repeated. */
  readonly column: (name: string) => CodedTexts;
  /**
   * What a column holds that has no text, such as "lists", to be shown in place of it; absent where
   * every column has texts.
   */
  readonly holds?: (name: string) => string | undefined;
}

/**
 * Makes a table of columns.
 *
 * @param columns One per name, all of the same height.
 */
export function tableOf(header: readonly string[], columns: readonly CodedTexts[]): TextTable {
  const places = new Map(header.map((name, i) => [name, i]).reverse() as [string, number][]);
  return {
    header,
    height: columns[0].codes.length,
    column: (name) => columns[places.get(name)!],
  };
}

/**
 * Takes the texts of a dataframe, column by column as they are asked for.
 *
 * @param frame Any dataframe; numbers, dates and decimals become the texts that Polars makes of them.
 * @returns The same table, nulls as empty texts. Lists, structs, durations and bytes that are no text
 * have none: the column says what it holds.
 */
export function textTable(frame: DataFrame): TextTable {
  // By name and not as an expression, in which "*" and "^.*$" would mean every column.
  const series = (name: string) => frame.getColumn(name);
  const holds = memoize((name: string) => heldWithoutText(series(name)));
  const read = memoize((name: string) => textsOf(series(name)));
  return {
    header: frame.columns,
    height: frame.height,
    column: (name) => {
      const held = holds(name);
      return held === undefined ? read(name) : sameText(`(${held})`, frame.height);
    },
    holds,
  };
}

/** What Polars cannot write as a text, or writes in its own way. */
const WITHOUT_TEXT: Readonly<Record<string, string>> = {
  List: "lists",
  FixedSizeList: "lists",
  Struct: "structs",
  Duration: "durations",
  Object: "objects",
};

/** A map is a list of pairs. */
const MAP = /^DataType\(List\(DataType\(Struct\(Field\("key",/;

function heldWithoutText(series: Series): string | undefined {
  try {
    return MAP.test(`${series.dtype}`) ? "maps" : WITHOUT_TEXT[series.dtype.variant];
  } catch {
    // Binary and Float16 have no name in JavaScript; bytes may be text all the same.
    return hasText(series) ? undefined : "bytes";
  }
}

function hasText(series: Series): boolean {
  try {
    return series.cast(pl.Utf8).length === series.length;
  } catch {
    return false;
  }
}

function textsOf(series: Series): CodedTexts {
  const coded = pl.DataFrame({ [TEXT]: series.cast(pl.Utf8) })
    .select(pl.col(TEXT).fillNull(pl.lit("")).cast(pl.Categorical))
    .withColumns(pl.col(TEXT).cast(pl.UInt32).alias(CODE));
  const distinct = coded.unique({ subset: [CODE] }).sort(CODE);
  const texts = distinct.select(pl.col(TEXT).cast(pl.Utf8)).getColumn(TEXT).toArray() as string[];
  const numbers = distinct.getColumn(CODE).toTypedArray() as Uint32Array;
  const textOf = new Map<number, string>();
  numbers.forEach((number, i) => textOf.set(number, texts[i]));
  // Polars numbers texts over all columns that it holds at the time: here they stand as they come.
  const place = new Int32Array((numbers.at(-1) ?? -1) + 1).fill(-1), values: string[] = [];
  const codes = Int32Array.from(
    coded.getColumn(CODE).toTypedArray() as Uint32Array,
    (number) => {
      if (place[number] < 0) place[number] = values.push(textOf.get(number)!) - 1;
      return place[number];
    },
  );
  const column = { codes, values };
  return isFloat(series) ? withFloatTexts(column) : column;
}

function isFloat(series: Series): boolean {
  try {
    return /^Float/.test(series.dtype.variant);
  } catch {
    return true; // Float16 has no name in JavaScript
  }
}

/** NaN is how floating-point columns write that there is nothing; whole numbers keep all digits. */
function withFloatTexts(column: CodedTexts): CodedTexts {
  const isPlain = (text: string) => !/^-?[\d.]+e\+/.test(text);
  return withTexts(
    column,
    column.values.map((text) =>
      text === "NaN" ? "" : isPlain(text) ? text : `${BigInt(Number(text))}.0`
    ),
  );
}

const TEXT = "text", CODE = "code";
