const NEWLINE = 10, QUOTE = 34;
const NEWLINES = fourTimes(NEWLINE), QUOTES = fourTimes(QUOTE);
const LOW_BITS = fourTimes(0x7f), HIGH_BITS = fourTimes(0x80);

/**
 * Finds the bytes that give a delimited text its shape: delimiters, quotes and newlines; and NUL,
 * which no text has.
 *
 * Four bytes are looked at in one go, since most of them are none of these (Mycroft's test for zero
 * bytes in a word, exact for every byte).
 *
 * @param bytes A text in UTF-8.
 * @param from Where to begin.
 * @param to Where to end.
 * @param delimiter The delimiter's byte, below 128.
 * @param found Receives the positions, in rising order; at least `to − from` long.
 * @returns How many were found.
 *
 * @example
 * ```ts
 * import { findMarks } from "./find_marks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const bytes = new TextEncoder().encode('a,"b"\n');
 * const found = new Int32Array(bytes.length);
 * const count = findMarks(bytes, 0, bytes.length, ",".charCodeAt(0), found);
 * assertEquals(found.subarray(0, count), Int32Array.of(1, 2, 4, 5));
 * ```
 */
export function findMarks(
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
  found: Int32Array,
): number {
  const { words, firstWord, afterWords } = wholeWords(bytes, from, to);
  const delimiters = fourTimes(delimiter);
  let count = 0;
  for (let at = from; at < firstWord; at++) {
    if (isMark(bytes[at], delimiter)) found[count++] = at;
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    let marks = ~(
      nonZero(word) & nonZero(word ^ delimiters) & nonZero(word ^ QUOTES) & nonZero(word ^ NEWLINES)
    ) & HIGH_BITS;
    for (; marks !== 0; marks &= marks - 1) {
      found[count++] = firstWord + 4 * i + ((31 - Math.clz32(marks & -marks)) >> 3);
    }
  }
  for (let at = afterWords; at < to; at++) {
    if (isMark(bytes[at], delimiter)) found[count++] = at;
  }
  return count;
}

/** The aligned words of four between two places, and where they begin and end. */
function wholeWords(bytes: Uint8Array, from: number, to: number) {
  const aligned = from + (-(bytes.byteOffset + from) & 3);
  const count = (to - aligned) >> 2;
  if (count <= 0) return { words: new Int32Array(0), firstWord: to, afterWords: to };
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + aligned, count);
  return { words, firstWord: aligned, afterWords: aligned + 4 * count };
}

function isMark(byte: number, delimiter: number): boolean {
  return byte === delimiter || byte === QUOTE || byte === NEWLINE || byte === 0;
}

/** The highest bit of each of a word's four bytes tells whether the byte is another than 0. */
function nonZero(word: number): number {
  return ((word & LOW_BITS) + LOW_BITS) | word;
}

/** The word that holds a byte four times. */
function fourTimes(byte: number): number {
  return Math.imul(byte, 0x01010101);
}
