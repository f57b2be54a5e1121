import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { progressLine } from "../../src/cli/data.ts";
import { ONLINE_RETAIL_LINES } from "../../src/transactions/download_online_retail.ts";
import type { CommandResult } from "../command_line.ts";
import { deadAddress, serve } from "../loopback.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

/** Runs `deno task data` in a folder of its own; the network it may reach is this machine's. */
async function data(folder: string, words: string[], net = "127.0.0.1"): Promise<CommandResult> {
  const { tasks, permissions } = JSON.parse(Deno.readTextFileSync(`${ROOT}deno.json`));
  const { read, write, ffi, sys } = permissions.download;
  const [, run, ...task] = tasks.data.command.split(" ");
  const args = task.flatMap((word: string) =>
    word === "-P=download"
      ? [
        ...[`--allow-net=${net}`, `--allow-read=${[...read, ROOT]}`, `--allow-write=${write}`],
        ...[`--allow-ffi=${ffi.map((path: string) => ROOT + path)}`, `--allow-sys=${sys}`],
      ]
      : [word.replace(/^src\//, `${ROOT}src/`)]
  );
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [run, ...args, ...words],
    cwd: folder,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr) };
}

function newFolder(): string {
  const folder = Deno.makeTempDirSync();
  Deno.mkdirSync(`${folder}/data`);
  return folder;
}

/** One sentence on standard error, exit code 1, no stack trace, nothing left behind. */
async function refuses(words: string[], sentence: RegExp, net?: string) {
  const folder = newFolder();
  const { code, stdout, stderr } = await data(folder, words, net);
  assertEquals([code, stdout, stderr.trim().split("\n").length], [1, "", 1], stderr);
  assertMatch(stderr, sentence);
  assert(!/\bat .*:\d+:\d+/.test(stderr), stderr);
  assertEquals([...Deno.readDirSync(`${folder}/data`)], []);
}

Deno.test("data: downloads, checks and converts, quietly in a pipe, and says what is next", async () => {
  const line = "536365,85123A,LAMP,6,12/1/2010 8:26,2.55,17850,United Kingdom\n";
  const header =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  const content = header + line.repeat(ONLINE_RETAIL_LINES);
  await using server = serve(() => new Response(content));
  const folder = newFolder();
  const { code, stdout, stderr } = await data(folder, ["--url", server.url]);
  assertEquals([code, stderr], [0, ""]);
  assertStringIncludes(stdout, "Downloaded UCI Online Retail, 541,909 lines.");
  assertMatch(stdout, /SHA-256 +[0-9a-f]{64} \(unknown; /);
  const [next] = stdout.match(/deno@2\.9\.6 task start --input (\S+)/)!.slice(1);
  assert(Deno.statSync(`${folder}/${next}`).isFile);
});

Deno.test("data: no network", () =>
  refuses(["--url", deadAddress()], /refused.*put a copy of the file at data\/online-retail/));

Deno.test("data: the task itself reaches UCI alone, and says how to use a mirror", () =>
  refuses(
    ["--url", "https://mirror.example/retail.csv"],
    /has no permission to reach mirror\.example: run npx -y deno@2\.9\.6 run --allow-net=mirror\.example .*'https:\/\/mirror\.example\/retail\.csv'/,
    "archive.ics.uci.edu:443",
  ));

Deno.test("data: an unknown option, an address that is none, a hash that is none", async () => {
  await refuses(["--colour"], /unknown option '--colour'/);
  await refuses(["surplus"], /too many arguments/);
  await refuses(["--url", "shop.csv"], /Write a web address/);
  await refuses(["--sha256", "abc"], /Write 64 hexadecimal digits/);
});

Deno.test("data: --help says where the file comes from", async () => {
  const { code, stdout } = await data(newFolder(), ["--help"]);
  assertEquals(code, 0);
  assertMatch(stdout.replace(/\s+/g, " "), /archive\.ics\.uci\.edu/);
});

Deno.test("progressLine: one line, redrawn on a terminal when it changes, silent in a pipe", () => {
  const told: string[] = [];
  const write = (text: string) => void told.push(text.replace("\r\x1b[2K", "> "));
  const show = progressLine({ isTerminal: true, write });
  show(0, 45_038_760);
  show(22_519_380, 45_038_760);
  show(22_519_381, 45_038_760);
  show(23_000_000, undefined);
  show.end();
  assertEquals(told, [
    "> Downloading 0.0 of 45.0 MB, 0\u00a0%",
    "> Downloading 22.5 of 45.0 MB, 50\u00a0%",
    "> Downloading 23.0 MB",
    "> ",
  ]);
  const silent = progressLine({ isTerminal: false, write: (text) => void told.push(text) });
  silent(1, 2);
  silent.end();
  assertEquals(told.length, 4);
});
