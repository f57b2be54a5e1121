import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { InputError } from "../../../src/frames/errors.ts";
import { fileBytes } from "../../../src/transactions/reading/file_bytes.ts";
import { inspectFile } from "../../../src/transactions/inspection/inspect_file.ts";
import { runTask } from "../../command_line.ts";

const TABLE = "Invoice,SKU,Qty,Date,Price,Email\n1,A,2,2024-05-01,1.5,a@b.c\n";
const folder = Deno.makeTempDirSync();

function file(name: string, content: string | Uint8Array = TABLE): string {
  const path = `${folder}/${name}`;
  if (typeof content === "string") Deno.writeTextFileSync(path, content);
  else Deno.writeFileSync(path, content);
  return path;
}

const SHOP = file("shop.csv");

function refused(path: string): string {
  return assertThrows(() => inspectFile(path), InputError).message;
}

async function bash(script: string) {
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: ["-c", script],
    cwd: new URL("../../..", import.meta.url).pathname,
    env: {
      ...{ DENO: Deno.execPath(), SHOP, PIPE: `${folder}/pipe` },
      NO_COLOR: "1",
    },
    stdin: "null",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr) };
}

Deno.test("fileBytes: every path that holds no table is refused with its own sentence", async () => {
  const loop = `${folder}/loop`;
  await bash(`ln -s ${loop} ${loop}`);
  assertStringIncludes(refused(""), "No file is named");
  assertStringIncludes(refused(`${folder}/nowhere`), "There is no file");
  assertStringIncludes(refused(`${SHOP}/x`), "what should be a folder in this path is a file");
  const empty = Deno.makeTempDirSync();
  assertStringIncludes(refused(empty), "is a folder without tables");
  assertStringIncludes(refused(`${empty}/`), "is a folder without tables");
  assertStringIncludes(refused("a".repeat(300)), `The name ${"a".repeat(40)}… is too long`);
  assertStringIncludes(refused(loop), "leads back to itself");
  assertStringIncludes(refused(`${SHOP}\0`), "cannot be read");
  assertStringIncludes(refused(`${folder}/caf\ufffd.csv`), "not UTF-8");
  for (const path of ["/dev/null", "/dev/zero"]) assertStringIncludes(refused(path), "is a device");
  assertStringIncludes(refused("/proc/self/mem"), "cannot be read");
});

Deno.test("fileBytes: a socket is refused", async () => {
  const path = `${folder}/socket`;
  await bash(`python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("${path}")'`);
  assertStringIncludes(refused(path), "is a socket");
});

Deno.test("fileBytes: a sparse file of 5 GB is refused before it is read", () => {
  const path = file("sparse", "");
  Deno.truncateSync(path, 5 * 2 ** 30);
  const before = Deno.memoryUsage().rss;
  assertStringIncludes(refused(path), "more than 2,147,483,647 bytes");
  assert(Deno.memoryUsage().rss - before < 2 ** 28);
  Deno.removeSync(path);
});

Deno.test("fileBytes: a pipe and standard input are read, a named pipe when its writer comes", async () => {
  const launcher = ["--allow-read", "--allow-env=INIT_CWD", `--allow-run=${Deno.execPath()}`];
  const words = ["run", "--no-prompt", ...launcher, "src/cli/launch.ts", "inspect"].join(" ");
  await bash('mkfifo "$PIPE"');
  for (
    const script of [
      `cat "$SHOP" | "$DENO" ${words} /dev/stdin`,
      `"$DENO" ${words} - < "$SHOP"`,
      `"$DENO" ${words} <(sleep 0.3; cat "$SHOP")`,
      `(sleep 0.3; cat "$SHOP" > "$PIPE") & "$DENO" ${words} "$PIPE"`,
    ]
  ) {
    const { code, stdout, stderr } = await bash(script);
    assertEquals([code, stderr], [0, ""], script);
    assertStringIncludes(stdout, "1 rows × 6 columns");
  }
  const { code, stderr } = await runTask("inspect", ["-"]); // standard input is /dev/null
  assertEquals(code, 1);
  assertStringIncludes(stderr, "error: Nothing is piped into -");
});

Deno.test("fileBytes: a pipe with too much in it, and a pipe without a writer, are refused", async () => {
  const pipe = `${folder}/lonely`;
  await bash(`mkfifo ${pipe}`);
  assertStringIncludes(refused(pipe), "without a writer");
  const writing = bash(`head -c 100000 /dev/zero > ${pipe}`);
  const { message } = assertThrows(() => fileBytes(pipe, 50_000), InputError);
  assertStringIncludes(message, "more than 50,000 bytes");
  await writing;
});

Deno.test("fileBytes: marks alone, a header alone and one column are refused, wide tables read", () => {
  assertStringIncludes(refused(file("mark.csv", "\ufeff")), "is empty");
  assertStringIncludes(refused(file("header.csv", "a,b\n")), "no lines below it");
  assertStringIncludes(refused(file("one.csv", "a\n1\n")), "not a delimited table");
  const names = Array.from({ length: 5_000 }, (_, i) => `c${i}`);
  const wide = `${[TABLE.split("\n")[0], ...names].join(",")}\n` +
    `${[TABLE.split("\n")[1], ...names].join(",")}\n`;
  assertStringIncludes(inspectFile(file("wide.csv", wide)), "1 rows × 5,006 columns");
});
