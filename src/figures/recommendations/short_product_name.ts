import { shorten } from "../../words/sentences.ts";

/** How much room a name has. */
export interface NameRoom {
  /** Largest number of characters in a line. */
  readonly length: number;
  /** Largest number of lines. Default 1. */
  readonly lines?: number;
}

/**
 * Writes a product's description for a crowded drawing: in sentence case if it is all capitals, in
 * lines of whole words, and cut after a word where it is too long.
 *
 * @param name Description, or id where there is none; one that is a code with digits, without a
 * space, keeps its capitals.
 * @returns Lines separated by `\n`; "…" says that the name was cut.
 */
export function shortProductName(name: string, { length, lines = 1 }: NameRoom): string {
  const words = sentenceCase(name.replace(/\s+/g, " ").trim()).split(" ");
  const written: string[] = [];
  while (words.length > 0 && written.length < lines) {
    let line = words.shift()!;
    while (words.length > 0 && count(`${line} ${words[0]}`) <= length) {
      line += ` ${words.shift()}`;
    }
    written.push(shorten(line, length));
  }
  const last = written.pop()!;
  const cut = words.length > 0 && !last.endsWith("…");
  return [...written, cut ? withEllipsis(last, length) : last].join("\n");
}

function sentenceCase(text: string): string {
  const capitals = text === text.toUpperCase() && /\s|^\D+$/u.test(text);
  return capitals ? text.slice(0, 1) + text.slice(1).toLowerCase() : text;
}

function withEllipsis(line: string, length: number): string {
  const trimmed = line.replace(/[\s,;:.&/-]+$/, "");
  return count(trimmed) < length ? `${trimmed}…` : shorten(`${trimmed} `, length);
}

function count(text: string): number {
  return [...text].length;
}
