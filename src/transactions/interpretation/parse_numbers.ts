import { InputError } from "../../frames/errors.ts";

/** Which character stands before the decimals: `1,234.5` or `1.234,5`. */
export type DecimalMark = "point" | "comma";

/** Options of {@linkcode plainNumbers}. */
export interface ParseNumbersOptions {
  /** Needed only where the numbers themselves do not tell. */
  readonly decimalMark?: DecimalMark;
  /** The numbers' source, for messages. */
  readonly source?: string;
}

/** Signs of currencies and spaces that people write into numbers, no-break spaces among them. */
const ORNAMENTS = /[\s\u00a0\u202f$€£¥₹]/g;
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const DIGITS_AND_MARKS = /^[+-]?[\d.,]+$/;

/**
 * As {@linkcode plainNumbers}, but every number stays a text with all its digits, written as
 * programming languages write it.
 *
 * @param texts Distinct texts of the numeric columns of one file.
 * @returns One text of a finite number per text, empty where a text is none.
 * @throws {InputError} If the decimal mark is ambiguous or contradictory.
 */
export function plainNumbers(
  texts: readonly string[],
  options: ParseNumbersOptions = {},
): string[] {
  const bare = texts.map((text) => text.replace(ORNAMENTS, ""));
  const mark = options.decimalMark ?? provenMark(bare, options.source ?? "The file");
  return bare.map((text) => {
    const pointed = mark === "point"
      ? withoutThousands(text, ",")
      : withoutThousands(text, ".").replace(",", ".");
    return PLAIN.test(pointed) && Number.isFinite(Number(pointed)) ? pointed : "";
  });
}

/** Removes separators that stand where thousands are; others stay and make the text no number. */
function withoutThousands(text: string, separator: "," | "."): string {
  const group = separator === ","
    ? /^[+-]?\d{1,3}(,\d{3})+(?![\d,])/
    : /^[+-]?\d{1,3}(\.\d{3})+(?![\d.])/;
  return group.test(text) ? text.replaceAll(separator, "") : text;
}

function provenMark(texts: readonly string[], source: string): DecimalMark {
  let point: string | undefined, comma: string | undefined, either: string | undefined;
  for (const text of texts) {
    const proof = markOf(text);
    if (proof === "point") point ??= text;
    else if (proof === "comma") comma ??= text;
    else if (proof === "either") either ??= text;
  }
  if (point && comma) {
    throw new InputError(
      `${source} mixes decimal points ("${point}") and decimal commas ("${comma}"): ` +
        `write all numbers in one way.`,
    );
  }
  if (either && !point && !comma) {
    throw new InputError(
      `${source} has numbers such as "${either}", whose mark could separate thousands or decimals: ` +
        `say --decimal-mark point or comma.`,
    );
  }
  return comma ? "comma" : "point";
}

/** What one text proves of the decimal mark; `either` where it could be thousands or decimals. */
function markOf(text: string): DecimalMark | "either" | undefined {
  if (!DIGITS_AND_MARKS.test(text)) return undefined;
  const points = text.split(".").length - 1, commas = text.split(",").length - 1;
  if (points > 0 && commas > 0) {
    return text.lastIndexOf(".") > text.lastIndexOf(",") ? "point" : "comma";
  }
  if (points + commas === 0) return undefined;
  const [mark, other] = points > 0 ? ["point", "comma"] as const : ["comma", "point"] as const;
  if (points + commas > 1) return other; // only thousands are separated twice
  return /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? "either" : mark;
}
