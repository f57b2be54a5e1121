import { assertEquals, assertStringIncludes } from "@std/assert";
import { ROOT } from "../tools/project.ts";

/** A copy of the tools in a folder of its own, with a `python3` that answers as told. */
async function withPython(script: string | undefined) {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "python-" }));
  await Deno.mkdir(`${folder}/tests/tools`, { recursive: true });
  await Deno.mkdir(`${folder}/notebooks`);
  await Deno.mkdir(`${folder}/bin`);
  for (const file of ["project.ts", "python_environment.ts"]) {
    await Deno.copyFile(`${ROOT}/tests/tools/${file}`, `${folder}/tests/tools/${file}`);
  }
  await Deno.writeTextFile(`${folder}/notebooks/requirements.txt`, "# none\n");
  await Deno.writeTextFile(
    `${folder}/tests/tools/main.ts`,
    `import { exitWith } from "./project.ts";
     import { ensureEnvironment } from "./python_environment.ts";
     await exitWith(async () => {
       console.log(await ensureEnvironment(["notebooks/requirements.txt"]));
       return 0;
     });`,
  );
  if (script !== undefined) {
    await Deno.writeTextFile(`${folder}/bin/python3`, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  const path = script === undefined ? `${folder}/bin` : `${folder}/bin:/usr/bin:/bin`;
  return {
    folder,
    async ensure() {
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: [
          ...["run", "--no-config", "--no-prompt", "--allow-read", "--allow-env=INIT_CWD"],
          ...[`--allow-write=${folder}/.venv`, `--allow-run=python3,${folder}/.venv/bin/python`],
          `${folder}/tests/tools/main.ts`,
        ],
        env: { PATH: path, NO_COLOR: "1" },
      }).output();
      const decoder = new TextDecoder();
      return { code, out: decoder.decode(stdout).trim(), error: decoder.decode(stderr).trim() };
    },
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

Deno.test("ensureEnvironment: no python3 is one sentence", async () => {
  await using python = await withPython(undefined);
  const { code, error } = await python.ensure();
  assertEquals(code, 1);
  assertStringIncludes(error, "need Python 3.10 or later as `python3`, and none was found");
});

Deno.test("ensureEnvironment: an old python3 is one sentence with its version", async () => {
  await using python = await withPython("echo 3.9.18");
  const { code, error } = await python.ensure();
  assertEquals(code, 1);
  assertStringIncludes(error, "need Python 3.10 or later as `python3`; the one on the PATH is 3.9");
});

Deno.test("ensureEnvironment: a python3 without venv is one sentence", async () => {
  await using python = await withPython(
    'case "$*" in *-m*venv*) echo No module named venv >&2; exit 1;; *) echo 3.12.1;; esac',
  );
  const { code, error } = await python.ensure();
  assertEquals(code, 1);
  assertStringIncludes(error, "apt install python3-venv");
  assertStringIncludes(error, "No module named venv");
});

Deno.test("ensureEnvironment: creates once, and again what changed or broke", async () => {
  // Stands for a Python: `-m venv` makes an environment whose python knows where it lives.
  await using python = await withPython(`
    if [ "$1" = -m ]; then
      mkdir -p "$4/bin"
      printf '#!/bin/sh\\ncase "$1" in -c) echo "%s";; esac\\n' "$4" > "$4/bin/python"
      chmod +x "$4/bin/python"
    else
      echo 3.12.1
    fi`);
  const expected = `${python.folder}/.venv/bin/python`;

  const first = await python.ensure();
  assertEquals(first.out, expected, first.error);
  assertStringIncludes(first.error, "creating .venv");
  assertEquals(await python.ensure(), { code: 0, out: expected, error: "" });

  await Deno.writeTextFile(`${python.folder}/notebooks/requirements.txt`, "# changed\n");
  const changed = await python.ensure();
  assertEquals(changed.error, "Python environment: installing notebooks/requirements.txt …");

  await Deno.remove(expected);
  assertStringIncludes((await python.ensure()).error, "creating .venv");
  assertEquals(await python.ensure(), { code: 0, out: expected, error: "" });
});
