import { Buffer, isAscii, isUtf8 } from "node:buffer";

/** Lines of a text in UTF-8 that are not UTF-8. */
export interface MendedLines {
  readonly count: number;
  /** The first of them: its physical line, from 1, and its text as it is read. */
  readonly first: { readonly line: number; readonly text: string };
}

const NEWLINE = 10;
const MOST_IN_CHARACTER = 4;

/**
 * Mends a text that is UTF-8 but for some lines, as logs joined from several programs are: bytes there
 * that are no UTF-8 are taken as Windows-1252.
 *
 * @param bytes A text that is not UTF-8 as a whole.
 * @returns The text in UTF-8 and what was mended; undefined where more lines with accents are not UTF-8
 * than are: the text is of another encoding.
 */
export function mendUtf8(
  bytes: Uint8Array<ArrayBuffer>,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly lines: MendedLines } | undefined {
  const parts: Uint8Array[] = [];
  let good = 0, count = 0, kept = 0, line = 1;
  let first: MendedLines["first"] | undefined;
  for (let start = 0; start < bytes.length; line++) {
    const at = bytes.indexOf(NEWLINE, start);
    const end = at < 0 ? bytes.length : at;
    const text = bytes.subarray(start, end);
    if (!isAscii(text)) {
      if (isUtf8(text)) good++;
      else {
        const mended = mendedLine(text);
        first ??= { line, text: mended.trimEnd() };
        count++;
        parts.push(bytes.subarray(kept, start), Buffer.from(mended));
        kept = end;
      }
    }
    start = end + 1;
  }
  if (count > good || !first) return undefined;
  const whole = Buffer.concat([...parts, bytes.subarray(kept)]);
  return { bytes: new Uint8Array(whole), lines: { count, first } };
}

const WINDOWS = new TextDecoder("windows-1252");

/** Characters of UTF-8 stay, other bytes are Windows-1252. */
function mendedLine(bytes: Uint8Array): string {
  let text = "", at = 0;
  while (at < bytes.length) {
    let size = 1;
    if (bytes[at] >= 0x80) {
      size = MOST_IN_CHARACTER;
      while (size > 1 && !isCharacter(bytes.subarray(at, at + size), size)) size--;
    }
    const character = bytes.subarray(at, at + size);
    text += size === 1 ? WINDOWS.decode(character) : Buffer.from(character).toString("utf8");
    at += size;
  }
  return text;
}

/** Whether bytes are exactly one character of UTF-8 beyond ASCII. */
function isCharacter(bytes: Uint8Array, size: number): boolean {
  return bytes.length === size && isUtf8(bytes) &&
    [...Buffer.from(bytes).toString("utf8")].length === 1;
}
