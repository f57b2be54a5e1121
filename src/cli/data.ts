import { Command, InvalidArgumentError } from "commander";
import { exitCodeOf } from "./exit_code_of.ts";
import { debugOption, quiet } from "./options.ts";
import { type ProgressOutput, STANDARD_ERROR } from "../pipeline/progress.ts";
import {
  downloadOnlineRetail,
  ONLINE_RETAIL_RENDITIONS,
  type OnlineRetail,
} from "../transactions/download_online_retail.ts";
import { InputError } from "../frames/errors.ts";
import { countOf, formatPercent } from "../words/numbers.ts";
import { tell } from "./tell.ts";

interface DataOptions {
  readonly url?: string;
  readonly sha256?: string;
}

const DENO = "npx -y deno@2.9.6";

/**
 * Runs `deno task data`: downloads the public UCI "Online Retail" file into the folder `data`.
 *
 * It is a program of its own, so that nothing else is allowed to reach the network.
 *
 * @returns The exit code: 0, or 1 after one sentence on standard error.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    return exitCodeOf(error, args);
  }
}

function program(): Command {
  const [published] = ONLINE_RETAIL_RENDITIONS;
  return quiet(new Command("data"))
    .description(`Download the public UCI "Online Retail" file into the folder data.`)
    .option("--url <address>", `download it from here (default: ${published.url})`, webAddress)
    .option("--sha256 <hash>", "SHA-256 that the file must have", hash)
    .addOption(debugOption())
    .allowExcessArguments(false)
    .action((options: DataOptions) => download(options));
}

async function download(options: DataOptions): Promise<void> {
  if (options.url !== undefined) checkAllowed(options.url);
  const onProgress = progressLine(STANDARD_ERROR);
  try {
    const result = await downloadOnlineRetail({ ...options, onProgress });
    onProgress.end();
    tell(inWords(result));
  } catch (error) {
    onProgress.end();
    throw error;
  }
}

/** The task may reach UCI alone; a mirror needs a permission that only its user can give. */
function checkAllowed(url: string): void {
  const { host } = new URL(url);
  if (Deno.permissions.querySync({ name: "net", host }).state === "granted") return;
  throw new InputError(
    `This task has no permission to reach ${host}: run ${DENO} run --allow-net=${host} --allow-read ` +
      `--allow-write=data --allow-ffi --allow-env --allow-sys src/cli/data.ts --url '${url}' instead.`,
  );
}

function inWords({ csv, parquet, lines, sha256, downloaded, evidence }: OnlineRetail): string {
  const known = ONLINE_RETAIL_RENDITIONS.find((rendition) => rendition.sha256 === sha256);
  const checked = {
    "known rendition": `known: ${known?.name}`,
    "named hash": "as given with --sha256",
    "shape": "unknown; its lines and columns are as published",
  }[evidence];
  return [
    `${downloaded ? "Downloaded" : "Found"} UCI Online Retail, ${countOf(lines, "line")}.`,
    `SHA-256  ${sha256} (${checked})`,
    ...(csv === undefined ? [] : [`CSV      ${csv}`]),
    `Parquet  ${parquet}`,
    `Next     ${DENO} task start --input ${parquet}`,
  ].join("\n");
}

/**
 * Shows how far a download is: one line that is redrawn on a terminal, nothing in a pipe.
 *
 * @returns Called with the bytes so far and in all, if known; `end` wipes the line.
 */
export function progressLine({ isTerminal, write }: ProgressOutput) {
  let shown = "";
  const show = (line: string) => {
    if (!isTerminal || line === shown) return;
    write(`\r\x1b[2K${line}`);
    shown = line;
  };
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const told = (bytes: number, total: number | undefined) =>
    show(
      total === undefined
        ? `Downloading ${megabytes(bytes)} MB`
        : `Downloading ${megabytes(bytes)} of ${megabytes(total)} MB, ` +
          formatPercent(bytes / total),
    );
  return Object.assign(told, { end: () => show("") });
}

function webAddress(text: string): string {
  const address = URL.parse(text);
  if (address && ["https:", "http:"].includes(address.protocol)) return address.href;
  throw new InvalidArgumentError("Write a web address that begins with https://.");
}

function hash(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError("Write 64 hexadecimal digits.");
}

if (import.meta.main) Deno.exit(await main(Deno.args));
