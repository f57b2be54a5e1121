import { formatNumber } from "../../words/numbers.ts";
import { Interruption } from "./fetch_following.ts";
import { fetchRest, type FetchRestOptions } from "./fetch_rest.ts";
import { fileSha256 } from "./file_sha256.ts";
import { InputError } from "../../frames/errors.ts";
import { findPart, finishPart, removePart } from "./partial_download.ts";

/** How to download a file. */
export interface DownloadOptions extends FetchRestOptions {
  /** The SHA-256 that the file must have, 64 hexadecimal digits; without one, any file will do. */
  readonly sha256?: string;
  /** What else can be done where the file cannot be had; goes into the message. */
  readonly otherwise?: string;
  /** Attempts in a row that bring nothing new before giving up. Default: 4. */
  readonly attempts?: number;
  /** Milliseconds between two attempts. Default: 500. */
  readonly pause?: number;
}

/** A file that was downloaded. */
export interface DownloadedFile {
  readonly path: string;
  /** Its size in bytes. */
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Downloads a file, going on where an earlier attempt stopped, in this run or in one before.
 *
 * The bytes go to `path` + `.part`, which becomes `path` only when it is whole and, where a hash is
 * given, right. A part is gone on with by a Range request that an If-Range header ties to the
 * version it came from (RFC 9110, 13.1.5 and 14); a server that cannot do this, or whose file has
 * changed, sends it from the start.
 *
 * @param url The file's web address; redirects are followed.
 * @param path Where to put it. Its folder must exist; a file that is there is replaced, unless it
 * already has the hash that is given.
 * @param options Hash, progress, and how patient to be.
 * @returns What is now at `path`.
 * @throws {InputError} If the server cannot be reached, has no such file, or breaks off too often;
 * if the file is too large or not the expected one; or if it cannot be written.
 *
 * @example
 * ```ts
 * import { downloadFile } from "./download_file.ts";
 * import { assertEquals } from "@std/assert";
 *
 * await using server = Deno.serve(
 *   { hostname: "127.0.0.1", port: 0, onListen() {} },
 *   () => new Response("abc"),
 * );
 * const path = `${Deno.makeTempDirSync()}/abc.txt`;
 * const { bytes, sha256 } = await downloadFile(`http://127.0.0.1:${server.addr.port}`, path);
 * assertEquals([bytes, sha256.slice(0, 8)], [3, "ba7816bf"]);
 * ```
 */
export async function downloadFile(
  url: string,
  path: string,
  options: DownloadOptions = {},
): Promise<DownloadedFile> {
  if (options.sha256 !== undefined && hashOf(path) === options.sha256) {
    return { path, bytes: Deno.statSync(path).size, sha256: options.sha256 };
  }
  const part = `${path}.part`;
  await fetchWhole(url, part, options);
  const sha256 = fileSha256(part);
  if (options.sha256 !== undefined && sha256 !== options.sha256) {
    removePart(part);
    throw new InputError(
      `What came from ${url} has the SHA-256 ${sha256}, not ${options.sha256}, and was removed: ` +
        `try again later, or name that hash with --sha256 if you trust the file.`,
    );
  }
  finishPart(part, path);
  return { path, bytes: Deno.statSync(path).size, sha256 };
}

function hashOf(path: string): string | undefined {
  try {
    return fileSha256(path);
  } catch {
    return undefined; // not there
  }
}

/** Attempt after attempt, as long as each brings something new. */
async function fetchWhole(url: string, part: string, options: DownloadOptions): Promise<void> {
  const { attempts = 4, pause = 500 } = options;
  let furthest = 0;
  for (let futile = 0;;) {
    try {
      return await fetchRest(url, part, options);
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
      const bytes = findPart(part, url)?.bytes ?? 0;
      futile = bytes > furthest ? 0 : futile + 1;
      furthest = Math.max(furthest, bytes);
      if (futile >= attempts) throw givenUp(url, part, error.message, options.otherwise);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function givenUp(url: string, part: string, reason: string, otherwise?: string): InputError {
  const bytes = findPart(part, url)?.bytes ?? 0;
  if (bytes > 0) {
    return new InputError(
      `The download of ${url} stopped (${reason}): try again, it goes on after ` +
        `${formatNumber(bytes)} bytes.`,
    );
  }
  removePart(part); // of no use without a note on where it came from
  const help = /certificate/i.test(reason)
    ? "if your network has a certificate of its own, set DENO_TLS_CA_STORE=system"
    : "check the network and try again";
  const more = otherwise === undefined ? "" : `, or ${otherwise}`;
  return new InputError(`${url} cannot be downloaded (${reason}): ${help}${more}.`);
}
