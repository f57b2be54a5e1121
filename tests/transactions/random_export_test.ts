import { assert, assertEquals } from "@std/assert";
import { slowTest } from "../slow.ts";
import { tryExports } from "./random_exports.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

Deno.test("openShop: 50 shops in random layouts and seven languages are read right, or asked about", () => {
  const asked = tryExports(1, 50);
  assert(asked < 10, `${asked} of 50 are asked about`);
});

slowTest("openShop: 5,000 shops in random layouts, none silently different", async () => {
  const parts = Array.from({ length: 10 }, (_, part) => part);
  let asked = 0;
  const work = async () => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      asked += await inProcess(1001 + 500 * part, 500);
    }
  };
  await Promise.all([work(), work()]);
  assert(asked < 500, `${asked} of 5,000 are asked about`);
});

/** In a process of its own: Polars' objects are freed the slower, the more there are. */
async function inProcess(first: number, count: number): Promise<number> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--no-prompt", "--frozen", "--no-check", "--allow-read", "--allow-write"],
      ...["--allow-env", "--allow-ffi", "--allow-sys", "tests/transactions/random_exports.ts"],
      ...[`${first}`, `${count}`],
    ],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assertEquals(code, 0, decode(stderr));
  return Number(decode(stdout));
}
