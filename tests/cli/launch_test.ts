import { assert, assertEquals, assertMatch } from "@std/assert";
import { commandWords } from "../../src/cli/launch.ts";

const ROOT = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

/** The places of one kind of permission. */
function places(words: readonly string[], kind: string): string[] {
  const word = words.find((word) => word.startsWith(`--allow-${kind}=`));
  return word?.slice(word.indexOf("=") + 1).split(",") ?? [];
}

Deno.test("commandWords: a run may read the project and its inputs, and write its output alone", () => {
  const parent = Deno.realPathSync(Deno.makeTempDirSync());
  const words = commandWords(
    ["start", "--input", "shop.csv", "--input=a/b.csv", "--output", "x/out"],
    parent,
  );
  const written = [`${parent}/x`, `${parent}/x/.out.shopper-spectrum`];
  assertEquals(places(words, "write"), written);
  const read = places(words, "read");
  for (const path of [ROOT, `${parent}/shop.csv`, `${parent}/a/b.csv`, ...written]) {
    assert(read.includes(path), path);
  }
  assert(!read.includes(parent) && !read.includes("/"), `${read}`);
  assertEquals(words.filter((word) => /^--allow-(all|env|net|run)|^-A/.test(word)), []);
  for (const library of places(words, "ffi")) {
    assertMatch(library, /\/nodejs-polars[^/]*\.node$/);
    assert(Deno.statSync(library).isFile);
  }
});

Deno.test("commandWords: other commands write nothing; a comma allows the folder above", () => {
  for (const words of [["inspect", "a.csv"], ["recommend", "--input", "a.csv"]]) {
    assertEquals(places(commandWords(words, "/shop"), "write"), []);
  }
  assert(places(commandWords(["inspect", "b/c,d/e.csv"], "/shop"), "read").includes("/shop/b"));
});

Deno.test("commandWords: a pattern as input allows the folder in which it is looked for", () => {
  const read = (...words: string[]) => places(commandWords(words, "/shop"), "read");
  assert(read("start", "--input", "a/b/*.csv").includes("/shop/a/b"));
  assert(read("inspect", "/x/*/c.csv").includes("/x"));
  assert(read("start", "--input=*.csv").includes("/shop"));
  assert(!read("recommend", "--input", "a.csv", "--product", "t*").includes("/shop"));
});

Deno.test("deno task start: through the launcher from the folder in which it is typed", async () => {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "start", "--input", "no where, at all.csv", "--output", "a b"],
    cwd: `${ROOT}/notebooks`,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assertEquals([code, decode(stdout)], [1, ""]);
  assertMatch(decode(stderr), /^error: There is no file no where, at all\.csv: check the path/);
});
