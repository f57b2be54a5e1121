import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { formatNotebook } from "../tools/format_notebook.ts";
import { ROOT } from "../tools/project.ts";

const GOOD_CELLS = [
  'import { matrixFromRows } from "@shopper/spectrum/numeric";\nconst X = matrixFromRows([[1, 2, 3]]);',
  "X . columns",
  "Deno.jupyter.html`<b>three</b>`;",
  'console.log("red", X.rows);\nawait Deno.jupyter.display({ "text/plain": "shown" }, { raw: true });',
  'Deno.env.get("SHOPPER_INPUT") ?? "demo";',
];

Deno.test("notebooks: outputs are written back, formatted; a rerun changes no byte", async () => {
  await using folder = await temporaryFolder();
  const path = await writeNotebook(`${folder.path}/good.ipynb`, GOOD_CELLS);

  const first = await notebooks([path]);
  assertEquals(first.code, 0, first.text);
  const text = await Deno.readTextFile(path);
  assertEquals(shownBy(text), ["", "3", "<b>three</b>", "red 1\n,shown", '"demo"']);
  assert(!text.includes("\\u001b"), "colour codes in the outputs");
  assertEquals(await formatNotebook(text), text);

  assertEquals((await notebooks([path])).code, 0);
  assertEquals(await Deno.readTextFile(path), text);
});

Deno.test("notebooks --check: an output that differs from the committed one is named", async () => {
  await using folder = await temporaryFolder();
  const path = await writeNotebook(`${folder.path}/stale.ipynb`, ["1;", "2;"]);
  const before = await Deno.readTextFile(path);
  const { code, text } = await notebooks(["--check", path]);
  assertEquals(code, 1);
  assertStringIncludes(text, "stale.ipynb: a rerun gives other outputs");
  assertStringIncludes(text, "first in code cell 1 (`1;`)");
  assertEquals(await Deno.readTextFile(path), before);
});

Deno.test("notebooks: a failing cell is named, and no notebook is written", async () => {
  await using folder = await temporaryFolder();
  const good = await writeNotebook(`${folder.path}/1_good.ipynb`, ["1;"]);
  const bad = await writeNotebook(`${folder.path}/2_bad.ipynb`, [
    "const n = 3;",
    'if (n > 2) throw new RangeError("too many");',
  ]);
  const before = await Promise.all([good, bad].map((path) => Deno.readTextFile(path)));

  const { code, text } = await notebooks([good, bad]);
  assertEquals(code, 1);
  assertStringIncludes(text, "2_bad.ipynb, code cell 2");
  assertStringIncludes(text, "RangeError: too many");
  assertEquals(await Promise.all([good, bad].map((path) => Deno.readTextFile(path))), before);
});

for (
  const [what, cell, message] of [
    ["an unhandled rejection", 'Promise.reject(new Error("lost"));\n1;', "rejection: Error: lost"],
    [
      "a late error",
      'setTimeout(() => {\n  throw new Error("late");\n}, 50);',
      "error: Error: late",
    ],
    ["a cell that ends the kernel", "Deno.exit(0);", "ended the kernel"],
  ]
) {
  Deno.test(`notebooks: ${what} fails the run`, async () => {
    await using folder = await temporaryFolder();
    const path = await writeNotebook(`${folder.path}/bad.ipynb`, ["1;", cell]);
    const { code, text } = await notebooks([path]);
    assertEquals(code, 1);
    assertStringIncludes(text, "bad.ipynb, code cell 2");
    assertStringIncludes(text, message);
  });
}

Deno.test("notebooks: a type error is named by cell, and nothing is run", async () => {
  await using folder = await temporaryFolder();
  const path = await writeNotebook(`${folder.path}/bad.ipynb`, [
    "const n = 3;",
    "\nconst text: string = n;\ntext;",
  ]);
  const { code, text } = await notebooks([path]);
  assertEquals(code, 1);
  assertStringIncludes(text, "'number' is not assignable to type 'string'");
  assertStringIncludes(text, "bad.ipynb, code cell 2, line 2");
  assertStringIncludes(text, "no notebook was run");
});

Deno.test("notebooks: SHOPPER_INPUT is relative to where the command was typed", async () => {
  await using folder = await temporaryFolder();
  const path = await writeNotebook(`${folder.path}/copied.ipynb`, [
    'Deno.env.get("SHOPPER_INPUT") ?? "demo";',
  ]);
  await Deno.writeTextFile(`${folder.path}/lines.csv`, "");
  const before = await Deno.readTextFile(path);

  const { code, text } = await notebooks([path], { SHOPPER_INPUT: "lines.csv" }, folder.path);
  assertEquals(code, 0, text);
  assertEquals(await Deno.readTextFile(path), before);
  const copy = `${ROOT}/out/notebooks/copied.ipynb`;
  assertEquals(shownBy(await Deno.readTextFile(copy)).at(-1), `"${folder.path}/lines.csv"`);
  await Deno.remove(copy);
});

Deno.test("notebooks: a SHOPPER_INPUT that is no file is one sentence", async () => {
  await using folder = await temporaryFolder();
  const path = await writeNotebook(`${folder.path}/good.ipynb`, GOOD_CELLS);
  const { code, text } = await notebooks([path], { SHOPPER_INPUT: "missing.csv" }, folder.path);
  assertEquals(code, 1);
  assertEquals(
    text.trim(),
    `Running notebooks: SHOPPER_INPUT names ${folder.path}/missing.csv, which is no file.`,
  );
});

async function notebooks(args: string[], env: Record<string, string> = {}, cwd = ROOT) {
  const command = ["task", "--quiet", `--config=${ROOT}/deno.json`, "notebooks", ...args];
  return await deno(command, { SHOPPER_INPUT: "", ...env }, cwd);
}

async function deno(args: string[], env: Record<string, string> = {}, cwd = ROOT) {
  const command = new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    env: { NO_COLOR: "1", INIT_CWD: cwd, ...env },
  });
  const { code, success, stdout, stderr } = await command.output();
  const decoder = new TextDecoder();
  return { code, success, text: decoder.decode(stdout) + decoder.decode(stderr) };
}

async function temporaryFolder() {
  const path = await Deno.realPath(await Deno.makeTempDir({ prefix: "notebooks-" }));
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

async function writeNotebook(path: string, cells: string[]): Promise<string> {
  const notebook = {
    cells: cells.map((source) => ({
      cell_type: "code",
      execution_count: null,
      metadata: {},
      outputs: [],
      source,
    })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
  await Deno.writeTextFile(path, JSON.stringify(notebook));
  return path;
}

/** What each cell of a saved notebook shows, as text. */
function shownBy(notebook: string): string[] {
  interface Output {
    readonly text?: string[];
    readonly data?: Record<string, string[]>;
  }
  const cells: { readonly outputs: Output[] }[] = JSON.parse(notebook).cells;
  return cells.map(({ outputs }) =>
    outputs.map(({ text, data }) => (text ?? Object.values(data ?? {})[0]).join("")).join(",")
  );
}
