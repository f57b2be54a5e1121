import { assert, assertEquals, assertMatch } from "@std/assert";
import { type CommandResult, start, startWords } from "../command_line.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
/** Some artefacts of the little shop fit into this, its report does not. */
const ROOM_IN_KIB = 16;

function shop(): string {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(path, `${HEADER}\n1,A,X,1,2024-05-01,2,7,UK\n2,B,Y,1,2024-06-01,3,8,UK\n`);
  return path;
}

/**
 * The command under a limit of file size, which takes no privilege: writes beyond it fail with the
 * system's own error, as on a full disk, once the signal that would end the process is ignored.
 */
async function startWithoutRoom(words: readonly string[]): Promise<CommandResult> {
  const limited = `trap '' XFSZ; ulimit -f ${ROOM_IN_KIB}; exec "$0" "$@"`;
  const [run, ...more] = startWords(words);
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    // Without the cache, which is a file too.
    args: ["-c", limited, Deno.execPath(), run, "--no-code-cache", ...more],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr) };
}

/** Everything in a folder, path to content. */
function contents(folder: string): Record<string, string> {
  const entries = [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1);
  return Object.fromEntries(entries.flatMap(({ name, isDirectory }): [string, string][] => {
    const path = `${folder}/${name}`;
    if (!isDirectory) return [[path, Deno.readFileSync(path).toBase64()]];
    return [[path, ""], ...Object.entries(contents(path))];
  }));
}

function assertRefused({ code, stdout, stderr }: CommandResult, output: string): void {
  const [message, ...more] = stderr.trim().split("\n").filter((line) => !line.startsWith("["));
  assertEquals([code, stdout, more], [1, "", []], stderr);
  assertMatch(message, /^error: The results cannot be written to .* \(.+\): choose another folder/);
  assert(message.includes(output) && !message.includes(".partial"), message);
}

const noLimits = { ignore: Deno.build.os === "windows" };

Deno.test("start: on a full disk one sentence, and no folder half-written", noLimits, async () => {
  const parent = Deno.makeTempDirSync(), output = `${parent}/deep/out`;
  assertRefused(await startWithoutRoom(["--input", shop(), "--output", output]), output);
  assertEquals(contents(parent), {});
});

Deno.test("start: on a full disk the earlier run stays as it was", noLimits, async () => {
  const parent = Deno.makeTempDirSync(), output = `${parent}/out`, input = shop();
  const earlier = await start(["--input", input, "--output", output]);
  assertEquals(earlier.code, 0, earlier.stderr);
  const before = contents(parent);
  assert(`${output}/manifest.json` in before);
  const words = ["--input", input, "--output", output, "--without", "exact_duplicate"];
  assertRefused(await startWithoutRoom(words), output);
  assertEquals(contents(parent), before);
});
