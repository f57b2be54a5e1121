import { crc32, inflateRawSync } from "node:zlib";
import { InputError } from "../input_error.ts";

/** A file inside a zip archive, as its directory lists it. */
export interface ZipMember {
  readonly name: string;
  /** Bytes unpacked, as declared. */
  readonly bytes: number;
  /** Where its local header begins in the archive. */
  readonly offset: number;
  /** Bytes packed. */
  readonly packed: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
}

const END = 0x06054b50, ENTRY = 0x02014b50, LOCAL = 0x04034b50;
const END_LENGTH = 22, ENTRY_LENGTH = 46, LOCAL_LENGTH = 30, LONGEST_COMMENT = 0xffff;

/**
 * Lists the files in a zip archive (PKWARE APPNOTE 6.3, without zip64 and encryption).
 *
 * @param archive The archive's bytes.
 * @param source Its name, for messages.
 * @returns Its files in the order of its directory, without folders.
 * @throws {InputError} If the archive is damaged.
 *
 * @example
 * ```ts
 * import { listZip } from "./read_zip_member.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const empty = Uint8Array.of(0x50, 0x4b, 5, 6, ...new Uint8Array(18)); // no entries
 * assertEquals(listZip(empty, "empty.zip"), []);
 * ```
 */
export function listZip(archive: Uint8Array, source: string): ZipMember[] {
  const view = viewOf(archive);
  const members: ZipMember[] = [];
  try {
    const end = endOfDirectory(view);
    const entries = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < entries; i++) {
      if (view.getUint32(at, true) !== ENTRY) throw new RangeError("no entry");
      const nameLength = view.getUint16(at + 28, true);
      members.push({
        name: text(archive, at + ENTRY_LENGTH, nameLength),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        bytes: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
      at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) +
        view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw damaged(source, error);
  }
  return members.filter((member) => !member.name.endsWith("/"));
}

/**
 * Unpacks one file of a zip archive.
 *
 * @param archive The archive's bytes.
 * @param member One of {@linkcode listZip}.
 * @param most Bytes above which it is refused, declared or found.
 * @param source The archive's name, for messages.
 * @returns The file's bytes.
 * @throws {InputError} If it is too large, damaged, or packed in another way than deflate.
 */
export function readZipMember(
  archive: Uint8Array,
  member: ZipMember,
  most: number,
  source: string,
): Uint8Array {
  const { name, offset, packed, bytes, method, crc } = member;
  if (bytes > most) throw tooLarge(`${name} in ${source}`, most);
  if (method !== 0 && method !== 8) {
    throw new InputError(`${name} in ${source} is packed in a rare way: pack it again as zip.`);
  }
  let content: Uint8Array;
  try {
    const view = viewOf(archive);
    if (view.getUint32(offset, true) !== LOCAL) throw new RangeError("no local header");
    const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) +
      view.getUint16(offset + 28, true);
    const body = archive.subarray(start, start + packed);
    // The declared size bounds the unpacking, so that a lying archive cannot fill the memory.
    content = method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(1, bytes) });
    if (content.length !== bytes || crc32(content) !== crc) {
      throw new RangeError("not its checksum");
    }
  } catch (error) {
    throw damaged(source, error);
  }
  return content;
}

/**
 * The refusal of a file that would unpack to more than is sensible.
 *
 * @param source The file's name.
 * @param most The limit in bytes.
 */
export function tooLarge(source: string, most: number): InputError {
  return new InputError(
    `${source} unpacks to more than ${most.toLocaleString("en")} bytes: give a smaller file.`,
  );
}

/** The directory's end stands last, but for a comment. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new RangeError("no directory");
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function text(bytes: Uint8Array, start: number, length: number): string {
  return new TextDecoder().decode(bytes.subarray(start, start + length));
}

function damaged(source: string, error: unknown): unknown {
  const isExpected = error instanceof RangeError || (error as { code?: string }).code?.match(/^Z_/);
  return isExpected ? new InputError(`${source} is a damaged zip archive: get it again.`) : error;
}
