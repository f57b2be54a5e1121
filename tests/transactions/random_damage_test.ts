import { assertEquals } from "@std/assert";

const ROOT = new URL("../..", import.meta.url).pathname;

Deno.test("cleanTransactions: 10,000 random files, none uncaught, all accounts true", async () => {
  for (const seed of [1, 2, 3, 4, 5]) { // 2,000 files each
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--no-prompt", "--frozen", "--allow-read", "--allow-write", "--allow-env"],
        ...["--allow-ffi", "--allow-sys", "tests/transactions/random_damage.ts", `${seed}`],
      ],
      cwd: ROOT,
      env: { NO_COLOR: "1" },
      stdin: "null",
    }).output();
    assertEquals(code, 0, new TextDecoder().decode(stderr));
  }
});
