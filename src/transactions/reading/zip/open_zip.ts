import { formatNumber } from "../../../words/numbers.ts";
import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { InputError } from "../../../frames/errors.ts";
import {
  damaged,
  readZipDirectory,
  tooLarge,
  type ZipEntry,
  type ZipLimits,
} from "./zip_directory.ts";

/** A zip archive whose files can be unpacked piece by piece. */
export interface ZipArchive {
  /** Its name, for messages. */
  readonly source: string;
  /** The names of its files, in the directory's order. */
  readonly names: readonly string[];
  /** Whether there is such a file; case does not matter (ECMA-376 part 2, §6.2.2.3). */
  has(name: string): boolean;
  /** Unpacks a file, which must be there, and hands over its bytes as they come. */
  unpack(name: string, receive: (piece: Uint8Array) => void): void;
  /** Unpacks a file, which must be there, as a whole. */
  read(name: string): Uint8Array<ArrayBuffer>;
}

const LOCAL = 0x04034b50, LOCAL_BYTES = 30;
/** Deflate makes at most 1,032 bytes of one: a piece of a bomb stays below 17 MB. */
const PIECE = 1 << 14;

/**
 * Opens a zip archive and holds it to what its directory declares.
 *
 * @param limits What it may declare, and unpack to in all readings together.
 * @returns The archive; unpacking throws an {@linkcode InputError} where a file is encrypted or
 * damaged, or unpacks to more than declared or allowed.
 * @throws {InputError} If the archive is cut off or damaged, or declares more than the limits.
 */
export function openZip(archive: Uint8Array, source: string, limits: ZipLimits): ZipArchive {
  const entries = readZipDirectory(archive, source, limits);
  const byName = new Map(entries.map((entry) => [plainName(entry.name), entry]));
  let unpackedInAll = 0;
  const entryOf = (name: string) => {
    const entry = byName.get(plainName(name));
    if (!entry) throw damaged(source, name);
    return entry;
  };
  return {
    source,
    names: entries.map((entry) => entry.name),
    has: (name) => byName.has(plainName(name)),
    read(name) {
      const whole = new Uint8Array(entryOf(name).unpacked);
      let length = 0;
      this.unpack(name, (piece) => {
        whole.set(piece, length);
        length += piece.length;
      });
      return whole;
    },
    unpack(name, receive) {
      const entry = entryOf(name);
      const packed = packedBytes(archive, entry, source);
      let unpacked = 0, crc = 0;
      inflate(packed, entry, source, (piece) => {
        unpacked += piece.length;
        unpackedInAll += piece.length;
        if (unpacked > entry.unpacked) {
          throw new InputError(
            `${source} is refused: its part ${name} unpacks to more than the ` +
              `${formatNumber(entry.unpacked)} bytes that it declares.`,
          );
        }
        if (unpackedInAll > limits.unpacked) throw tooLarge(source, limits.unpacked);
        crc = crc32(piece, crc);
        receive(piece);
      });
      if (unpacked !== entry.unpacked || crc !== entry.crc) throw damaged(source, name);
    },
  };
}

/** Some programs write `xl\\workbook.xml` or `/xl/workbook.xml`. */
function plainName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
}

function packedBytes(archive: Uint8Array, entry: ZipEntry, source: string): Uint8Array {
  const { name, offset, packed, encrypted, method } = entry;
  if (encrypted) {
    throw new InputError(`${source} is protected by a password: save it without one.`);
  }
  if (method !== 0 && method !== 8) {
    throw new InputError(
      `${source} uses an unsupported compression (method ${method} for ${name}): open it and save it again.`,
    );
  }
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (offset + LOCAL_BYTES > archive.length || view.getUint32(offset, true) !== LOCAL) {
    throw damaged(source, name);
  }
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) +
    view.getUint16(offset + 28, true);
  if (start + packed > archive.length) throw damaged(source, name);
  return archive.subarray(start, start + packed);
}

function inflate(
  packed: Uint8Array,
  { method, name }: ZipEntry,
  source: string,
  receive: (piece: Uint8Array) => void,
): void {
  const inflater = new Inflate(receive);
  for (let at = 0; at < packed.length; at += PIECE) {
    const piece = packed.subarray(at, at + PIECE);
    if (method === 0) receive(piece);
    else {
      try {
        inflater.push(piece, at + PIECE >= packed.length);
      } catch (error) {
        // fflate's own errors carry a number; those of the receiver pass.
        if (typeof (error as { code?: unknown }).code === "number") throw damaged(source, name);
        throw error;
      }
    }
  }
}
