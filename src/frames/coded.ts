/**
 * A column that holds each distinct value once (dictionary encoding, as in Apache Arrow): a file
 * repeats few ids, dates and prices on many lines, so what is true of a value is found out once.
 */
export interface Coded<Values> {
  /** Per line the place of its value. */
  readonly codes: Int32Array;
  readonly values: Values;
}

/** Texts, each of them once. */
export type CodedTexts = Coded<readonly string[]>;

/** Numbers, NaN where the text was none; the same number may be there twice (`2` and `2.0`). */
export type CodedNumbers = Coded<Float64Array>;

/**
 * Encodes texts.
 *
 * @returns The distinct ones in the order in which they come, and each line's code.
 */
export function encodeTexts(texts: readonly string[]): CodedTexts {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(texts, (text) => codeIn(codeOf, text));
  return { codes, values: [...codeOf.keys()] };
}

function codeIn(codeOf: Map<string, number>, text: string): number {
  const known = codeOf.get(text);
  if (known !== undefined) return known;
  codeOf.set(text, codeOf.size);
  return codeOf.size - 1;
}

/**
 * Gives a column other texts: texts that become equal share a code.
 *
 * @param texts One per distinct text of the column, in their order.
 * @returns The column itself where nothing changes.
 */
export function withTexts(column: CodedTexts, texts: readonly string[]): CodedTexts {
  if (texts.every((text, code) => text === column.values[code])) return column;
  const distinct = encodeTexts(texts);
  return {
    codes: column.codes.map((code) => distinct.codes[code]),
    values: distinct.values,
  };
}

/** The same text on every line. */
export function sameText(text: string, height: number): CodedTexts {
  return { codes: new Int32Array(height), values: [text] };
}

/**
 * Joins columns of texts, one below the other.
 *
 * @param columns At least one.
 */
export function joinTexts(columns: readonly CodedTexts[]): CodedTexts {
  if (columns.length === 1) return columns[0];
  const codeOf = new Map<string, number>();
  const newCodes = columns.map(({ values }) =>
    Int32Array.from(values, (text) => codeIn(codeOf, text))
  );
  return { codes: joinCodes(columns, newCodes), values: [...codeOf.keys()] };
}

/**
 * Joins columns of numbers, one below the other.
 *
 * @param columns At least one.
 */
export function joinNumbers(columns: readonly CodedNumbers[]): CodedNumbers {
  if (columns.length === 1) return columns[0];
  const values = columns.flatMap((column) => [...column.values]);
  let first = 0;
  const newCodes = columns.map((column) => column.values.map(() => first++));
  return { codes: joinCodes(columns, newCodes), values: Float64Array.from(values) };
}

function joinCodes(
  columns: readonly Coded<unknown>[],
  newCodes: readonly ArrayLike<number>[],
): Int32Array {
  const joined = new Int32Array(columns.reduce((height, { codes }) => height + codes.length, 0));
  let at = 0;
  columns.forEach(({ codes }, i) => {
    const newCode = newCodes[i];
    for (let line = 0; line < codes.length; line++) joined[at++] = newCode[codes[line]];
  });
  return joined;
}

/**
 * The place of each text in the alphabet (by UTF-16 code units).
 *
 * @returns One rank from 0 per text.
 */
export function ranksOf(texts: readonly string[]): Int32Array {
  const ranks = new Int32Array(texts.length);
  const codeOf = new Map(texts.map((text, code) => [text, code]));
  [...texts].sort().forEach((text, rank) => ranks[codeOf.get(text)!] = rank);
  return ranks;
}

/** The numbers of some lines. */
export function numbersAt({ codes, values }: CodedNumbers, lines: Int32Array): Float64Array {
  const found = new Float64Array(lines.length);
  for (let i = 0; i < lines.length; i++) found[i] = values[codes[lines[i]]];
  return found;
}

/** The codes of some lines. */
export function codesAt({ codes }: Pick<Coded<unknown>, "codes">, lines: Int32Array): Int32Array {
  const found = new Int32Array(lines.length);
  for (let i = 0; i < lines.length; i++) found[i] = codes[lines[i]];
  return found;
}

/** A number of its own for every line. */
export function ownNumbers(values: Float64Array): CodedNumbers {
  const codes = new Int32Array(values.length);
  for (let line = 0; line < codes.length; line++) codes[line] = line;
  return { codes, values };
}

/** Gives every line what is known of its value. */
export function spread({ codes }: Coded<unknown>, known: Int32Array): Int32Array {
  const all = new Int32Array(codes.length);
  for (let line = 0; line < codes.length; line++) all[line] = known[codes[line]];
  return all;
}
