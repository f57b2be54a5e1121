import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { transactionsToCsv } from "../src/transactions/synthesis/csv.ts";
import { synthesizeTransactions } from "../src/transactions/synthesis/synthesize_transactions.ts";

const ROOT = new URL("..", import.meta.url).pathname.replace(/\/$/, "");
const README = Deno.readTextFileSync(`${ROOT}/README.md`);

Deno.test("README: its script reads a file and prints its segments", async () => {
  await Deno.mkdir(`${ROOT}/out`, { recursive: true });
  const folder = Deno.makeTempDirSync({ dir: `${ROOT}/out`, prefix: "script-" });
  try {
    writeScriptAndShop(folder);
    const printed = await run(
      "deno",
      ["run", "--check", "--quiet", "--no-prompt", "-P=script"],
      folder,
    );
    assertMatch(printed, /^\d segments: /);
    assertStringIncludes(printed, "High-value customers: ");
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("package: packed, installed elsewhere, README's script runs under Deno and Node 22", async (t) => {
  const folder = Deno.realPathSync(Deno.makeTempDirSync());
  const tarball = `${folder}/package.tgz`;
  const said = await run("deno", ["pack", "--allow-dirty", `--output=${tarball}`], ROOT);
  assertEquals(/slow-type|missing-explicit/.test(said), false, said);
  const install = ["install", "--no-audit", "--no-fund", "--prefer-offline"];
  await run("npm", [...install, `--prefix=${folder}/node22`, "node@22"], folder);
  // npm leaves Polars' native library out where it runs on an older Node.js than that demands.
  const node22 = `${folder}/node22/node_modules/node/bin`;
  const PATH = `${node22}:${Deno.env.get("PATH")}`;
  writeScriptAndShop(folder);
  Deno.writeTextFileSync(`${folder}/package.json`, '{ "type": "module" }');
  await run("npm", [...install, tarball, "@types/node@22"], folder, { PATH });
  let printed = "";
  await t.step("Deno, types checked", async () => {
    const permissions = ["--allow-read", "--allow-env", "--allow-ffi", "--allow-sys"];
    printed = await run(
      "deno",
      ["run", "--check", "--quiet", "--no-prompt", ...permissions],
      folder,
    );
    assertStringIncludes(printed, "High-value customers: ");
  });
  await t.step("Node 22 prints the same", async () => {
    const words = ["-c", 'exec node --no-warnings "$@"', "node"];
    assertEquals(await run("bash", words, folder, { PATH }), printed);
  });
});

Deno.test("README: every task and file that it names is there", () => {
  const { tasks } = JSON.parse(Deno.readTextFileSync(`${ROOT}/deno.json`));
  for (const [, task] of README.matchAll(/deno(?:@2\.9\.6)? task (\w+)/g)) {
    assertEquals(task in tasks, true, task);
  }
  for (const [, path] of README.matchAll(/\]\((?!https)([^)]+)\)/g)) {
    assertEquals(Deno.statSync(`${ROOT}/${path}`).isFile, true, path);
  }
});

function writeScriptAndShop(folder: string) {
  Deno.writeTextFileSync(`${folder}/segments.ts`, /```ts\n([^]*?)```/.exec(README)![1]);
  const { lines } = synthesizeTransactions({ customers: 300 });
  Deno.writeTextFileSync(`${folder}/shop.csv`, transactionsToCsv(lines));
}

/** Runs a program in a folder, the script and its file added where it runs one. */
async function run(
  program: string,
  words: readonly string[],
  folder: string,
  environment: Record<string, string> = {},
): Promise<string> {
  const isScript = words[0] === "run" || program === "bash";
  const { code, stdout, stderr } = await new Deno.Command(
    program === "deno" ? Deno.execPath() : program,
    {
      args: isScript ? [...words, "segments.ts", "shop.csv"] : [...words],
      cwd: folder,
      env: { NO_COLOR: "1", ...environment },
    },
  ).output();
  const text = new TextDecoder().decode(stdout);
  const errors = new TextDecoder().decode(stderr);
  assertEquals(code, 0, text + errors);
  return isScript ? text : text + errors;
}
