import { formatNumber } from "../../words/numbers.ts";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { InputError } from "../../frames/errors.ts";

/** Names of standard input: Deno itself would ask for every permission to open the last three. */
const STANDARD_INPUT = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];
/** How long a named pipe may stay without a writer: so many waits of so many milliseconds. */
const WAITS = 500, WAIT = 10;
const CHUNK = 1 << 20;

/**
 * Reads the bytes of a file, of a pipe or of standard input.
 *
 * @param path Where they are; `-` and `/dev/stdin` are standard input.
 * @param most Bytes above which it is refused; a file before anything is read.
 * @throws {InputError} If there is nothing to read: no file, a folder, a device, a file that changes
 * while it is read, or a named pipe to which nobody writes for five seconds.
 */
export function fileBytes(path: string, most: number): Uint8Array<ArrayBuffer> {
  if (path === "") throw new InputError("No file is named: give the path of a table.");
  let file: number | undefined;
  try {
    const isStandardInput = STANDARD_INPUT.includes(path);
    // A named pipe without a writer would else hold the program up for ever.
    const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
    file = isStandardInput ? 0 : openSync(path, flags);
    const about = fstatSync(file);
    if (about.isDirectory()) {
      throw new InputError(`${path} is a folder: name the file of transaction lines in it.`);
    }
    if (about.isCharacterDevice() || about.isBlockDevice()) throw new InputError(device(path));
    if (!about.isFile()) return streamed(file, path, most);
    if (about.size > most) throw tooManyBytes(path, most);
    // Files that the system makes up as they are read have no size.
    return about.size === 0 ? streamed(file, path, most) : inOnePiece(file, path, about.size);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(inWords(path, error as Error & { code?: string }));
  } finally {
    if (file) closeSync(file);
  }
}

/** Into memory taken at once, which is twice as fast as letting it grow. */
function inOnePiece(file: number, path: string, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  for (let read = -1; read !== 0 && filled < size; filled += read) {
    read = readSync(file, bytes, filled, size - filled, null);
  }
  if (filled < size || readSync(file, new Uint8Array(1)) > 0) {
    throw new InputError(
      `${path} changed while it was being read: wait until it is complete, then try again.`,
    );
  }
  return bytes;
}

function streamed(file: number, path: string, most: number): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [], buffer = new Uint8Array(CHUNK);
  const hasName = !STANDARD_INPUT.includes(path) && !/^\/(dev|proc)\//.test(path);
  let size = 0, waits = 0;
  for (;;) {
    const read = readIfThere(file, buffer);
    if (read === 0) {
      if (size > 0 || !hasName || !fstatSync(file).isFIFO()) break;
      if (++waits > WAITS) {
        throw new InputError(`${path} is a pipe without a writer: start the writer first.`);
      }
    }
    if (!read) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
      continue;
    }
    size += read;
    if (size > most) throw tooManyBytes(path, most);
    chunks.push(buffer.slice(0, read));
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The number of bytes, 0 where nobody writes, undefined where a writer is slower than we are. */
function readIfThere(file: number, buffer: Uint8Array): number | undefined {
  try {
    return readSync(file, buffer);
  } catch (error) {
    if ((error as { code?: string }).code === "EAGAIN") return undefined;
    throw error;
  }
}

function tooManyBytes(path: string, most: number): InputError {
  return new InputError(
    `${path} is too large (more than ${formatNumber(most)} bytes): split it.`,
  );
}

function device(path: string): string {
  return STANDARD_INPUT.includes(path)
    ? `Nothing is piped into ${path}: give the path of a file, or pipe one in.`
    : `${path} is a device: name a file of transaction lines.`;
}

/** What the system says, as a sentence. */
function inWords(path: string, error: Error & { code?: string }): string {
  if (error.name === "NotCapable") {
    return `${path} cannot be read, as Deno does not allow it: name a file elsewhere, or pipe one ` +
      `in with --input /dev/stdin.`;
  }
  if (error instanceof RangeError) return `${path} does not fit into memory: give less at once.`;
  switch (error.code) {
    case "ENOENT":
      return path.includes("\ufffd")
        ? `There is no file ${path}: if its name is not UTF-8, rename it.`
        : `There is no file ${path}: check the path.`;
    case "ENOTDIR":
      return `There is no file ${path}: what should be a folder in this path is a file.`;
    case "ELOOP":
      return `${path} is a link that leads back to itself: name the file itself.`;
    case "ENAMETOOLONG":
      return `The name ${path.slice(0, 40)}… is too long for a file: check the path.`;
    case "EACCES":
    case "EPERM":
      return `${path} cannot be read: check its permissions.`;
    case "ENXIO":
      return `${path} is a socket or a device: name a file of transaction lines.`;
    default:
      return `${path} cannot be read (${error.message}): check the path.`;
  }
}
