/** What an earlier attempt left of a file, and how to make sure that the file is still the same. */
export interface PartialDownload {
  /** The address that it came from. */
  readonly url: string;
  /** What the server called this version: a strong ETag, or a Last-Modified date. */
  readonly validator: string;
  /** Bytes that are there. */
  readonly bytes: number;
}

/**
 * Looks for a part of a file that can be gone on with.
 *
 * @param path The part's path; a note on where it came from lies beside it.
 * @param url The address that is about to be asked.
 * @returns The part, or `undefined` where there is none of this address.
 *
 * @example
 * ```ts
 * import { beginPart, findPart } from "./partial_download.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const path = `${Deno.makeTempDirSync()}/part`;
 * {
 *   using part = beginPart(path, "https://example.org/a", new Headers({ etag: '"1"' }));
 *   part.writeSync(new TextEncoder().encode("half"));
 * }
 * assertEquals(findPart(path, "https://example.org/a")?.bytes, 4);
 * assertEquals(findPart(path, "https://example.org/b"), undefined);
 * ```
 */
export function findPart(path: string, url: string): PartialDownload | undefined {
  try {
    const note = JSON.parse(Deno.readTextFileSync(noteOf(path)));
    const bytes = Deno.statSync(path).size;
    if (note.url !== url || typeof note.validator !== "string" || bytes === 0) return undefined;
    return { url, validator: note.validator, bytes };
  } catch {
    return undefined; // nothing there, or a note that was not written to its end
  }
}

/**
 * Begins a part anew, with a note on where it comes from; without one it is never gone on with.
 *
 * @param path The part's path.
 * @param url The address that it comes from.
 * @param headers The answer's headers. A weak ETag cannot vouch for bytes (RFC 9110, 13.1.5), nor
 * can a missing one.
 * @returns The empty file, open for writing.
 */
export function beginPart(path: string, url: string, headers: Headers): Deno.FsFile {
  removePart(path);
  const etag = headers.get("etag");
  const validator = etag?.startsWith('"') ? etag : headers.get("last-modified");
  if (validator !== null) Deno.writeTextFileSync(noteOf(path), JSON.stringify({ url, validator }));
  return Deno.openSync(path, { write: true, create: true, truncate: true });
}

/**
 * Removes a part and its note.
 *
 * @param path The part's path; nothing happens where there is none.
 */
export function removePart(path: string): void {
  removeIfThere(path);
  removeIfThere(noteOf(path));
}

/**
 * Makes a part the finished file.
 *
 * @param path The part's path.
 * @param finished The file's path, on the same disk.
 */
export function finishPart(path: string, finished: string): void {
  removeIfThere(noteOf(path));
  Deno.renameSync(path, finished);
}

function noteOf(path: string): string {
  return `${path}.json`;
}

function removeIfThere(path: string): void {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
