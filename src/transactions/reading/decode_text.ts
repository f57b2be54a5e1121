import { Buffer, isAscii, isUtf8 } from "node:buffer";

/** Text as UTF-8 bytes, and the encoding in which it came. */
export interface DecodedText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
}

const BLOCK = 1 << 14;

/**
 * Makes UTF-8 of the bytes of a text file.
 *
 * A byte order mark tells UTF-8 and UTF-16, and is removed; so does a NUL in every other of the first
 * bytes. Bytes that are then not valid UTF-8 are taken as Windows-1252, the superset of Latin-1 that
 * office programs write (WHATWG Encoding Standard).
 *
 * @param bytes The file's bytes.
 * @returns The same text in UTF-8, and what it was.
 *
 * @example
 * ```ts
 * import { decodeText } from "./decode_text.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { bytes, encoding } = decodeText(Uint8Array.of(0xa3, 0x35)); // "£5" in Latin-1
 * assertEquals([new TextDecoder().decode(bytes), encoding], ["£5", "windows-1252"]);
 * ```
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes); // without the mark
    return { bytes: new TextEncoder().encode(text), encoding: wide };
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  if (isUtf8(body)) return { bytes: body, encoding: "utf-8" };
  return { bytes: fromWindows1252(body), encoding: "windows-1252" };
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

/** In blocks, since most hold nothing but ASCII, which is the same in both: a copy is enough. */
function fromWindows1252(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder("windows-1252");
  const encoder = new TextEncoder();
  const blocks: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += BLOCK) {
    const block = bytes.subarray(start, start + BLOCK);
    blocks.push(isAscii(block) ? block : encoder.encode(decoder.decode(block)));
  }
  return Buffer.concat(blocks);
}
