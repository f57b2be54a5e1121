import { readOnlineRetail, writeLines } from "./convert_online_retail.ts";
import { downloadFile, type DownloadOptions } from "./download_file.ts";
import { fileSha256 } from "./file_sha256.ts";
import { InputError } from "../../frames/errors.ts";
import { ONLINE_RETAIL_RENDITIONS } from "./online_retail_renditions.ts";
import { tryToWrite, WriteError } from "./try_to_write.ts";
import { unpackTable } from "../reading/unpack_table.ts";

/** Where to get the UCI "Online Retail" file, and where to put it. */
export interface OnlineRetailOptions extends Omit<DownloadOptions, "otherwise"> {
  /** A mirror's address: CSV, also gzipped or zipped, or Parquet. Default: UCI's own CSV. */
  readonly url?: string;
  /** The folder that gets the files. Default: `data`. */
  readonly folder?: string;
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
 * Downloads the public UCI "Online Retail" file, makes sure that it is the one, and converts it.
 *
 * A file that is there already and known by its hash is not downloaded again. Nothing half-written
 * is left under a final name: all is made in `.partial` in the folder and then moved, and what was
 * downloaded when the network broke off is gone on with next time.
 *
 * @param options Address, hash, folder and patience.
 * @returns Where the files are, and how they were checked.
 * @throws {InputError} If the file cannot be had, is not the one, or cannot be written.
 *
 * @example
 * ```ts
 * import { downloadOnlineRetail } from "./download_online_retail.ts";
 * import { assertRejects } from "@std/assert";
 *
 * await using server = Deno.serve(
 *   { hostname: "127.0.0.1", port: 0, onListen() {} },
 *   () => new Response("<p>Please log in</p>"),
 * );
 * const url = `http://127.0.0.1:${server.addr.port}/`, folder = Deno.makeTempDirSync();
 * await assertRejects(() => downloadOnlineRetail({ url, folder }), Error, "no table with separated fields");
 * ```
 */
export async function downloadOnlineRetail(
  options: OnlineRetailOptions = {},
): Promise<OnlineRetail> {
  const { folder = "data" } = options;
  const places = {
    csv: `${folder}/online-retail/online_retail.csv`,
    parquet: `${folder}/online_retail.parquet`,
    staging: `${folder}/.partial`,
  };
  const found = hashOfFound(places.csv, options);
  tryToWrite(places.staging, () => Deno.mkdirSync(places.staging, { recursive: true }));
  const { csv, lines, sha256 } = found === undefined
    ? convertFetched(await fetchTable(places, options), places)
    : convertFound(found, places);
  Deno.removeSync(places.staging, { recursive: true });
  return {
    csv,
    parquet: places.parquet,
    lines,
    downloaded: found === undefined,
    sha256,
    evidence: evidence(sha256, options),
  };
}

interface Places {
  readonly csv: string;
  readonly parquet: string;
  readonly staging: string;
}

interface Fetched {
  readonly path: string;
  readonly url: string;
  readonly sha256: string;
}

type Converted = Pick<OnlineRetail, "csv" | "lines" | "sha256">;

/** A file that is there counts if it has the hash that was named, or, by default, a known one. */
function hashOfFound(csv: string, { url, sha256 }: OnlineRetailOptions): string | undefined {
  if (url !== undefined && sha256 === undefined) return undefined;
  try {
    const found = fileSha256(csv);
    const wanted = sha256 === undefined ? isKnown(found) : found === sha256;
    return wanted ? found : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new InputError(`${csv} cannot be read (${(error as Error).message}): move it away.`);
  }
}

function isKnown(sha256: string): boolean {
  return ONLINE_RETAIL_RENDITIONS.some((rendition) => rendition.sha256 === sha256);
}

function evidence(sha256: string, options: OnlineRetailOptions): OnlineRetail["evidence"] {
  if (isKnown(sha256)) return "known rendition";
  return options.sha256 === undefined ? "shape" : "named hash";
}

async function fetchTable(
  { csv, staging }: Places,
  options: OnlineRetailOptions,
): Promise<Fetched> {
  const [published] = ONLINE_RETAIL_RENDITIONS;
  const url = options.url ?? published.url!;
  const sha256 = options.sha256 ?? (options.url === undefined ? published.sha256 : undefined);
  const otherwise = `put a copy of the file at ${csv} and run this again`;
  const path = `${staging}/online_retail.download`;
  try {
    const file = await downloadFile(url, path, { ...options, sha256, otherwise });
    return { path, url, sha256: file.sha256 };
  } catch (error) {
    removeIfEmpty(staging);
    throw error;
  }
}

/** Unpacks and checks what was fetched; what is not the file is removed. */
function convertFetched({ path, url, sha256 }: Fetched, places: Places): Converted {
  const { staging, csv, parquet } = places;
  try {
    const { bytes, format } = unpackTable(Deno.readFileSync(path), path);
    const table = `${staging}/online_retail.${format}`;
    tryToWrite(table, () => Deno.writeFileSync(table, bytes));
    const lines = readOnlineRetail(table);
    if (format === "csv") move(table, csv);
    writeLines(lines, parquet, staging);
    return { csv: format === "csv" ? csv : undefined, lines: lines.height, sha256 };
  } catch (error) {
    if (!(error instanceof InputError) || error instanceof WriteError) throw error;
    Deno.removeSync(staging, { recursive: true });
    const reason = error.message.replaceAll(/\S+\/\.partial\/[\w.]+/g, "it").replace(/\.$/, "");
    throw new InputError(
      `What came from ${url} is not the Online Retail file and was removed (${reason}): ` +
        `give another address with --url.`,
    );
  }
}

function convertFound(sha256: string, { csv, parquet, staging }: Places): Converted {
  const lines = readOnlineRetail(csv);
  writeLines(lines, parquet, staging);
  return { csv, lines: lines.height, sha256 };
}

function move(from: string, to: string): void {
  tryToWrite(to, () => {
    Deno.mkdirSync(to.slice(0, to.lastIndexOf("/")), { recursive: true });
    Deno.renameSync(from, to);
  });
}

function removeIfEmpty(folder: string): void {
  try {
    Deno.removeSync(folder);
  } catch {
    // it holds a part that the next run goes on with
  }
}
