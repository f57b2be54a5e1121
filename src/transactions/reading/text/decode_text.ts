import { isUtf8 } from "node:buffer";
import { type MendedLines, mendUtf8 } from "./mend_utf8.ts";

/** Text bytes in which ASCII characters are single bytes, and the encoding in which they came. */
export interface DecodedText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of `bytes`. */
  readonly encoding: "utf-8" | "windows-1252";
  /** Of the file. */
  readonly from: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** The lines of UTF-8 that were read as Windows-1252; absent where there are none. */
  readonly mended?: MendedLines;
}

/**
 * Finds out the encoding of a text file, and makes UTF-8 of UTF-16.
 *
 * A byte order mark tells UTF-8 and UTF-16, and is removed; so does a NUL in every other of the first
 * bytes. Bytes that are then not valid UTF-8 are taken as Windows-1252, the superset of Latin-1 that
 * office programs write (WHATWG Encoding Standard): only where they stand, if most lines with accents
 * are UTF-8, else in the whole file.
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes); // without the mark
    return { bytes: new TextEncoder().encode(text), encoding: "utf-8", from: wide };
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  if (isUtf8(body)) return { bytes: body, encoding: "utf-8", from: "utf-8" };
  const mended = mendUtf8(body);
  return mended
    ? { bytes: mended.bytes, encoding: "utf-8", from: "utf-8", mended: mended.lines }
    : { bytes: body, encoding: "windows-1252", from: "windows-1252" };
}

/** UTF-16 is known by its mark, or because every other byte of plain text is NUL. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 64);
  const isNul = (remainder: number) =>
    start.length >= 4 && start.every((byte, i) => (byte === 0) === (i % 2 === remainder));
  return isNul(1) ? "utf-16le" : isNul(0) ? "utf-16be" : undefined;
}
