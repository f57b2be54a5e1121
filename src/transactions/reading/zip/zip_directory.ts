import { formatNumber } from "../../../words/numbers.ts";
import { InputError } from "../../../frames/errors.ts";

/** A file in a zip archive, as the archive's directory declares it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 is stored, 8 is deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** CRC-32 of the unpacked bytes. */
  readonly crc: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes when unpacked. */
  readonly unpacked: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** Limits of a zip archive; more is refused rather than tried. */
export interface ZipLimits {
  /** Bytes of all its files unpacked. Default: 2³⁰. */
  readonly unpacked: number;
  /** Files in it. Default: 10,000. */
  readonly entries: number;
}

/** The defaults of {@linkcode ZipLimits}. */
export const ZIP_LIMITS: ZipLimits = { unpacked: 2 ** 30, entries: 10_000 };

const ENTRY = 0x02014b50, END = 0x06054b50, END64 = 0x06064b50, LOCATOR64 = 0x07064b50;
const END_BYTES = 22, LONGEST_COMMENT = 0xffff, UNKNOWN_32 = 0xffffffff;

/**
 * Reads the central directory of a zip archive, with zip64 (PKWARE APPNOTE 6.3.10, §4.3 and §4.5.3).
 *
 * It is read here because the unpacking library, fflate, gives access to the entries only in the
 * archive's own order or by unpacking them whole, without a limit.
 *
 * @param limits What it may declare.
 * @returns The entries in the directory's order.
 * @throws {InputError} If the archive is cut off or damaged, or declares more than the limits.
 */
export function readZipDirectory(
  archive: Uint8Array,
  source: string,
  limits: ZipLimits,
): ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOfDirectory(view, source);
  let declared = 0;
  try {
    let { count, at } = directory(view, end);
    if (count > limits.entries) {
      throw new InputError(
        `${source} is refused: it declares ${count} files, more than ${limits.entries}.`,
      );
    }
    const entries: ZipEntry[] = [];
    for (; count > 0; count--) {
      if (view.getUint32(at, true) !== ENTRY) throw new RangeError("no entry");
      const entry = readEntry(view, at);
      declared += entry.unpacked;
      entries.push(entry);
      at += entryBytes(view, at);
    }
    if (!(declared <= limits.unpacked)) throw tooLarge(source, limits.unpacked);
    return entries;
  } catch (error) {
    // DataView's own complaint: the directory points outside of the archive.
    if (error instanceof RangeError) throw damaged(source);
    throw error;
  }
}

/**
 * The refusal of an archive whose files are not what its directory says.
 *
 * @param part The file in it, if the fault is there.
 */
export function damaged(source: string, part?: string): InputError {
  const where = part === undefined ? "" : ` (in its part ${part})`;
  return new InputError(`${source} is damaged${where}: copy, download or save it again.`);
}

/** The refusal of a file that unpacks to more than is sensible. */
export function tooLarge(source: string, most: number): InputError {
  return new InputError(
    `${source} is refused: it unpacks to more than ${formatNumber(most)} bytes; ` +
      `split it, or save it as plain CSV.`,
  );
}

/** The end record stands last, but for a comment. */
function endOfDirectory(view: DataView, source: string): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new InputError(`${source} is cut off: its end is missing; copy or download it again.`);
}

function directory(view: DataView, end: number): { count: number; at: number } {
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR64) {
    const end64 = uint64(view, locator + 8);
    if (view.getUint32(end64, true) !== END64) throw new RangeError("no zip64 end");
    return { count: uint64(view, end64 + 32), at: uint64(view, end64 + 48) };
  }
  return { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
}

function entryBytes(view: DataView, at: number): number {
  return 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) +
    view.getUint16(at + 32, true);
}

function readEntry(view: DataView, at: number): ZipEntry {
  const nameBytes = view.getUint16(at + 28, true);
  const extra = zip64Values(view, at + 46 + nameBytes, view.getUint16(at + 30, true));
  // The zip64 field holds, in this order, only those values that the entry itself leaves open.
  const size = (offset: number): number => {
    const value = view.getUint32(at + offset, true);
    return value === UNKNOWN_32 && extra.length > 0 ? extra.shift()! : value;
  };
  const unpacked = size(24), packed = size(20), offset = size(42);
  return {
    name: new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes),
    ),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    ...{ packed, unpacked, offset },
  };
}

function zip64Values(view: DataView, start: number, bytes: number): number[] {
  for (let at = start; at + 4 <= start + bytes; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const values = Math.min(3, view.getUint16(at + 2, true) >> 3);
    return Array.from({ length: values }, (_, i) => uint64(view, at + 4 + 8 * i));
  }
  return [];
}

function uint64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
