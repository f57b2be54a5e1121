import { createHash } from "node:crypto";
import pl, { type DataFrame } from "nodejs-polars";
import { InputError } from "../frames/errors.ts";
import { TRANSACTION_COLUMNS } from "./mapping/column_synonyms.ts";
import { linesFrame } from "./mapping/transaction_lines.ts";
import { readTransactions } from "./reading/read_transactions.ts";
import { unpackTable } from "./reading/unpack_table.ts";

/**
 * The renditions of UCI "Online Retail" (D. Chen, 2015, DOI 10.24432/C5BW33, CC BY 4.0) that are known
 * by the SHA-256 of their bytes. The second is the first in ISO-8859-1 with CRLF line ends.
 */
export const ONLINE_RETAIL_RENDITIONS = [
  {
    name: "UCI's own CSV",
    url: "https://archive.ics.uci.edu/static/public/352/data.csv",
    sha256: "a2f79bbdd4463df6db8a3f5a50b9c980ae8f645a370bf5e2c0d6097f9e817b05",
    bytes: 45_038_760,
  },
  {
    name: "the CSV in ISO-8859-1 with CRLF line ends, of which most copies are",
    sha256: "d07aec9960083af2339975a3f9d3b26313b342dcd9f86cce0b919b1cde639a44",
    bytes: 45_580_638,
  },
] as const;

/** Transaction lines in every rendition. */
export const ONLINE_RETAIL_LINES = 541_909;

/** Options of the download: source, folder and patience. */
export interface OnlineRetailOptions {
  /** A mirror's address: CSV, also gzipped or zipped, or Parquet. Default: UCI's own CSV. */
  readonly url?: string;
  /** The SHA-256 that the download must have. Default: UCI's; of a mirror, any. */
  readonly sha256?: string;
  /** The folder that gets the files. Default: `data`. */
  readonly folder?: string;
  /** Called for every block that arrives: bytes so far, and of how many, if the server says so. */
  readonly onProgress?: (bytes: number, total: number | undefined) => void;
  /** Attempts before giving up. Default: 4. */
  readonly attempts?: number;
  /** Milliseconds between two attempts. Default: 500. */
  readonly pause?: number;
  /** Milliseconds without a byte after which an attempt has failed. Default: 30,000. */
  readonly patience?: number;
  /** Bytes above which a file is refused. Default: 2³⁰. */
  readonly most?: number;
}

/** The UCI "Online Retail" file, ready to be used. */
export interface OnlineRetail {
  /** The file as published; `undefined` if a mirror gave Parquet. */
  readonly csv: string | undefined;
  /** Its lines as text, under the names of the transaction columns. */
  readonly parquet: string;
  /** Transaction lines. */
  readonly lines: number;
  /** Whether it was fetched now, or was there already. */
  readonly downloaded: boolean;
  /** SHA-256 of what was downloaded or found, in hexadecimal. */
  readonly sha256: string;
  /** What vouches for it: a hash that was named, a rendition that is known, or its shape alone. */
  readonly evidence: "named hash" | "known rendition" | "shape";
}

/**
 * Downloads the public UCI "Online Retail" file, checks its SHA-256, its lines and its columns, and
 * converts it to Parquet.
 *
 * A file that is there already and known by its hash is not downloaded again; any other file in its
 * place is never overwritten. Files are written in `.partial` in the folder and then moved, so that
 * nothing half-written is left under a final name.
 *
 * @returns Where the files are, and how they were checked.
 * @throws {InputError} If the file cannot be had, is not the one, or cannot be written.
 */
export async function downloadOnlineRetail(
  options: OnlineRetailOptions = {},
): Promise<OnlineRetail> {
  const { folder = "data", url = ONLINE_RETAIL_RENDITIONS[0].url } = options;
  const csv = `${folder}/online-retail/online_retail.csv`;
  const parquet = `${folder}/online_retail.parquet`, staging = `${folder}/.partial`;
  const found = findKnown(csv, options);
  tryToWrite(staging, () => Deno.mkdirSync(staging, { recursive: true }));
  try {
    const bytes = found ?? await fetchFile(url, csv, options);
    const sha256 = sha256Of(bytes);
    if (found === undefined) checkHash(sha256, url, options);
    const { lines, table } = found === undefined
      ? stage(bytes, url, staging)
      : { lines: readOnlineRetail(csv), table: csv };
    const isCsv = table.endsWith(".csv");
    tryToWrite(parquet, () => {
      Deno.writeFileSync(`${staging}/lines.parquet`, new Uint8Array(lines.writeParquet()));
      Deno.mkdirSync(`${folder}/online-retail`, { recursive: true });
      if (isCsv && table !== csv) Deno.renameSync(table, csv);
      Deno.renameSync(`${staging}/lines.parquet`, parquet);
    });
    return {
      csv: isCsv ? csv : undefined,
      parquet,
      lines: lines.height,
      downloaded: found === undefined,
      sha256,
      evidence: isKnown(sha256)
        ? "known rendition"
        : options.sha256 === undefined
        ? "shape"
        : "named hash",
    };
  } finally {
    Deno.removeSync(staging, { recursive: true });
  }
}

/** The bytes of a file that is there and wanted; another file in its place is not to be lost. */
function findKnown(
  csv: string,
  { url, sha256 }: OnlineRetailOptions,
): Uint8Array<ArrayBuffer> | undefined {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Deno.readFileSync(csv);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new InputError(`${csv} cannot be read (${reasonOf(error)}): move it away.`);
  }
  const found = sha256Of(bytes);
  if (found === sha256 || (isKnown(found) && sha256 === undefined && url === undefined)) {
    return bytes;
  }
  if (isKnown(found)) return undefined;
  throw new InputError(
    `${csv} is not the known Online Retail file (its SHA-256 is ${found}): move it away, ` +
      `or name that hash with --sha256 if you trust the file.`,
  );
}

function isKnown(sha256: string): boolean {
  return ONLINE_RETAIL_RENDITIONS.some((rendition) => rendition.sha256 === sha256);
}

function checkHash(found: string, url: string, options: OnlineRetailOptions): void {
  const wanted = options.sha256 ??
    (options.url === undefined ? ONLINE_RETAIL_RENDITIONS[0].sha256 : found);
  if (found === wanted) return;
  throw new InputError(
    `The file from ${url} has the SHA-256 ${found}, not ${wanted}, and was removed: ` +
      `try again later, or name that hash with --sha256 if you trust the file.`,
  );
}

/** Fetches a file; a server that is gone, busy or silent is asked again. */
async function fetchFile(
  url: string,
  csv: string,
  options: OnlineRetailOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { attempts = 4, pause = 500 } = options;
  for (let attempt = 1;; attempt++) {
    try {
      return await fetchOnce(url, options);
    } catch (error) {
      if (error instanceof InputError) throw error;
      const reason = reasonOf(error);
      if (error instanceof Deno.errors.NotCapable) {
        throw new InputError(`${url} cannot be downloaded (${reason}): allow that host.`);
      }
      if (attempt >= attempts) {
        const help = /certificate/i.test(reason)
          ? "if your network has a certificate of its own, set DENO_TLS_CA_STORE=system"
          : "check the network and try again";
        throw new InputError(
          `${url} cannot be downloaded (${reason}): ${help}, or put a copy of the file at ${csv} ` +
            `and run this again.`,
        );
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function fetchOnce(
  url: string,
  { onProgress, patience = 30_000, most = 2 ** 30 }: OnlineRetailOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? "")) {
    throw new InputError(`"${url}" is not a web address: give one that begins with https://.`);
  }
  const controller = new AbortController();
  const giveUp = () => controller.abort(new Error(`no data for ${patience / 1000} s`));
  let timer = setTimeout(giveUp, patience);
  try {
    // The size is that of the file itself only if nothing packs it on the way.
    const headers = { "accept-encoding": "identity" };
    const response = await fetch(url, { headers, signal: controller.signal });
    const { status, body } = response;
    if (url.startsWith("https:") && response.url.startsWith("http:")) {
      throw new InputError(`${url} redirects to an address that is not secure: give another one.`);
    }
    if (status >= 500 || status === 408 || status === 429) throw new Error(`HTTP ${status}`);
    if (!response.ok) {
      throw new InputError(
        `${url} answered with HTTP ${status}: the file is not there; give another address with --url.`,
      );
    }
    const size = response.headers.get("content-length");
    const total = size === null ? undefined : Number(size);
    const blocks: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for await (const block of body ?? []) {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
      blocks.push(block);
      bytes += block.length;
      if (Math.max(bytes, total ?? 0) > most) {
        const limit = most.toLocaleString("en");
        throw new InputError(
          `${url} has more than ${limit} bytes: give another address with --url.`,
        );
      }
      onProgress?.(bytes, total);
    }
    if (total !== undefined && bytes < total) throw new Error("the connection was closed");
    return new Uint8Array(await new Blob(blocks).arrayBuffer());
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

/** Unpacks and checks what was fetched, in a file of its own. */
function stage(
  fetched: Uint8Array<ArrayBuffer>,
  url: string,
  staging: string,
): { lines: DataFrame; table: string } {
  try {
    const { bytes, format } = unpackTable(fetched, `${staging}/online_retail.download`);
    const table = `${staging}/online_retail.${format}`;
    tryToWrite(table, () => Deno.writeFileSync(table, bytes));
    return { lines: readOnlineRetail(table), table };
  } catch (error) {
    if (!(error instanceof InputError) || error instanceof WriteError) throw error;
    const reason = error.message.replaceAll(/\S+\/\.partial\/[\w.]+/g, "it").replace(/\.$/, "");
    throw new InputError(
      `The file from ${url} is not the Online Retail file and was removed (${reason}): ` +
        `give another address with --url.`,
    );
  }
}

/** The file's columns as text; no line may be missing, and no column may be empty. */
function readOnlineRetail(path: string): DataFrame {
  const lines = linesFrame(readTransactions([path]).lines).select(...TRANSACTION_COLUMNS);
  if (lines.height !== ONLINE_RETAIL_LINES) {
    const [found, wanted] = [lines.height, ONLINE_RETAIL_LINES].map((n) => n.toLocaleString("en"));
    throw new InputError(`${path} has ${found} transaction lines, not ${wanted}.`);
  }
  const empty = TRANSACTION_COLUMNS.filter((name) =>
    lines.filter(pl.col(name).neq(pl.lit(""))).height === 0
  );
  if (empty.length > 0) throw new InputError(`${path} has nothing in ${empty.join(", ")}.`);
  return lines;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

class WriteError extends InputError {}

function tryToWrite(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new WriteError(
      `${path} cannot be written (${
        reasonOf(error)
      }): make room, or check the folder's permissions.`,
    );
  }
}

/** The innermost reason, without the address. */
function reasonOf(error: unknown): string {
  const innermost = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message = innermost instanceof Error ? innermost.message : String(innermost);
  return message.split("\n")[0].replace(/^.*client error \(\w+\): /, "");
}
