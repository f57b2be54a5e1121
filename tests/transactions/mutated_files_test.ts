import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../..", import.meta.url).pathname;
/** Some here; ten thousand of each by hand, see mutated_files.ts. */
const FILES = 500;

for (const kind of ["text", "parquet", "excel"]) {
  Deno.test(`readTransactions: ${FILES} mutated ${kind} files, none uncaught, all accounts true`, async () => {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--no-prompt", "--frozen", "--allow-read", "--allow-write", "--allow-env"],
        ...["--allow-ffi", "--allow-sys", "tests/transactions/mutated_files.ts"],
        ...[kind, "1", `${FILES}`],
      ],
      cwd: ROOT,
      env: { NO_COLOR: "1" },
      stdin: "null",
    }).output();
    const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    assertEquals(code, 0, decode(stderr));
    const readable = Number(decode(stdout));
    assert(readable > FILES / 20, `only ${readable} files could be read`);
  });
}
