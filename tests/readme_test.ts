import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { transactionsToCsv } from "../src/transactions/synthesis/csv.ts";
import { synthesizeTransactions } from "../src/transactions/synthesis/synthesize_transactions.ts";

const ROOT = new URL("..", import.meta.url).pathname;
const README = Deno.readTextFileSync(`${ROOT}/README.md`);

Deno.test("README: its script reads a file and prints its segments", async () => {
  const script = /```ts\n([^]*?)```/.exec(README)![1];
  const folder = Deno.makeTempDirSync();
  Deno.writeTextFileSync(`${folder}/segments.ts`, script);
  const { lines } = synthesizeTransactions({ customers: 300 });
  Deno.writeTextFileSync(`${folder}/shop.csv`, transactionsToCsv(lines));
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--check", "--no-prompt", `--config=${ROOT}/deno.json`, "--frozen"],
      ...["--allow-read", "--allow-ffi=node_modules", "--allow-sys"],
      ...[`${folder}/segments.ts`, `${folder}/shop.csv`],
    ],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  const printed = new TextDecoder().decode(stdout);
  assertEquals(code, 0, new TextDecoder().decode(stderr));
  assertMatch(printed, /^\d clusters: /);
  assertStringIncludes(printed, "High-value customers: ");
});

Deno.test("README: every task and file that it names is there", () => {
  const { tasks } = JSON.parse(Deno.readTextFileSync(`${ROOT}/deno.json`));
  for (const [, task] of README.matchAll(/deno@2\.9\.6 task (\w+)/g)) {
    assertEquals(task in tasks, true, task);
  }
  for (const [, path] of README.matchAll(/\]\((?!https)([^)]+)\)/g)) {
    assertEquals(Deno.statSync(`${ROOT}/${path}`).isFile, true, path);
  }
});
