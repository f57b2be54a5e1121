import { formatNumber } from "../../words/numbers.ts";
import { fetchFollowing, Interruption, reasonOf } from "./fetch_following.ts";
import { InputError } from "../../frames/errors.ts";
import { beginPart, findPart, type PartialDownload, removePart } from "./partial_download.ts";
import { tryToWrite } from "./try_to_write.ts";
import { setWatchdog } from "./watchdog.ts";

/** How to fetch what is missing of a file. */
export interface FetchRestOptions {
  /** Told of every block that arrives: bytes so far, and of how many, if the server says so. */
  readonly onProgress?: (bytes: number, total: number | undefined) => void;
  /** Milliseconds without a byte after which an attempt has failed. Default: 30,000. */
  readonly patience?: number;
  /** Bytes above which a file is refused. Default: 2³⁰. */
  readonly most?: number;
}

/**
 * Makes one attempt at a file: asks for what is missing of it and appends that to the part.
 *
 * @param url The file's web address.
 * @param part Where its bytes are gathered; made if missing, begun anew where it is of no use.
 * @param options Progress, patience and the largest size.
 * @throws {Interruption} If the server does not answer, breaks off, or answers what it was not asked.
 * @throws {InputError} If the file is not there or too large, or the part cannot be written.
 *
 * @example
 * ```ts
 * import { fetchRest } from "./fetch_rest.ts";
 * import { beginPart } from "./partial_download.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const headers = { etag: '"1"', "content-range": "bytes 2-3/4" };
 * await using server = Deno.serve(
 *   { hostname: "127.0.0.1", port: 0, onListen() {} },
 *   () => new Response("cd", { status: 206, headers }),
 * );
 * const url = `http://127.0.0.1:${server.addr.port}/`, part = `${Deno.makeTempDirSync()}/part`;
 * {
 *   using begun = beginPart(part, url, new Headers(headers));
 *   begun.writeSync(new TextEncoder().encode("ab"));
 * }
 * await fetchRest(url, part);
 * assertEquals(Deno.readTextFileSync(part), "abcd");
 * ```
 */
export async function fetchRest(
  url: string,
  part: string,
  { onProgress, patience = 30_000, most = 2 ** 30 }: FetchRestOptions = {},
): Promise<void> {
  using watchdog = setWatchdog(patience);
  const held = findPart(part, url);
  const response = await fetchFollowing(url, rangeAfter(held), watchdog.signal);
  if (isWhole(response, held)) return await response.body?.cancel();
  const { start, total } = await extentOf(response, url, part, held);
  using file = tryToWrite(
    part,
    () =>
      start > 0 ? Deno.openSync(part, { append: true }) : beginPart(part, url, response.headers),
  );
  let bytes = start;
  onProgress?.(bytes, total);
  for await (const block of blocksOf(response)) {
    watchdog.feed();
    bytes += block.length;
    if (Math.max(bytes, total ?? 0) > most) throw tooLarge(url, part, most);
    tryToWrite(part, () => writeAll(file, block));
    onProgress?.(bytes, total);
  }
  if (total !== undefined && bytes < total) throw new Interruption("the connection was closed");
}

function rangeAfter(held: PartialDownload | undefined): Record<string, string> {
  return held ? { range: `bytes=${held.bytes}-`, "if-range": held.validator } : {};
}

/** An attempt may have been ended after the last byte: then no range is left to send. */
function isWhole({ status, headers }: Response, held: PartialDownload | undefined): boolean {
  return status === 416 && held !== undefined &&
    headers.get("content-range") === `bytes */${held.bytes}`;
}

/** Where the answer's bytes begin, and how many the file has. */
async function extentOf(
  response: Response,
  url: string,
  part: string,
  held: PartialDownload | undefined,
): Promise<{ start: number; total: number | undefined }> {
  const { status, headers } = response;
  if (status === 200) return { start: 0, total: numberOf(headers.get("content-length")) };
  const range = headers.get("content-range")?.match(/^bytes (\d+)-\d+\/(\d+|\*)$/);
  if (status === 206 && range && held && isSameVersion(headers, held, Number(range[1]))) {
    return { start: held.bytes, total: numberOf(range[2]) };
  }
  await response.body?.cancel();
  if (status === 206 || status === 416) {
    removePart(part); // the next attempt asks for all of it
    throw new Interruption(`the server answered a request for bytes with HTTP ${status}`);
  }
  if (status >= 500 || status === 408 || status === 429) {
    throw new Interruption(`the server answered with HTTP ${status}`);
  }
  throw new InputError(
    `${url} answered with HTTP ${status}: the file is not there; give another address with --url.`,
  );
}

/** Some servers send a range although the file has changed. */
function isSameVersion(headers: Headers, { validator, bytes }: PartialDownload, start: number) {
  const header = headers.get(validator.startsWith('"') ? "etag" : "last-modified");
  return start === bytes && (header === null || header === validator);
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

function tooLarge(url: string, part: string, most: number): InputError {
  removePart(part);
  return new InputError(
    `${url} has more than ${formatNumber(most)} bytes: give another address with --url.`,
  );
}

function writeAll(file: Deno.FsFile, block: Uint8Array): void {
  for (let written = 0; written < block.length;) {
    written += file.writeSync(block.subarray(written));
  }
}

async function* blocksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const block of body ?? []) yield block;
  } catch (error) {
    throw new Interruption(reasonOf(error));
  }
}
