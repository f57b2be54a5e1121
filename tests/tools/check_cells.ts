/** Checks the types of all notebooks' cells and lints them: `check_cells.ts [NOTEBOOK]…`. */
import { notebookModule } from "./notebook_module.ts";
import { listNotebooks } from "./notebook_files.ts";
import { exitWith, ROOT, TaskError } from "./project.ts";

/**
 * Type-checks and lints the code cells of notebooks, each notebook as one module.
 *
 * @param notebooks Absolute paths of notebooks.
 * @returns What the checker said, with places named by notebook and code cell; empty if all is well.
 * @throws {TaskError} If a file is no notebook.
 */
export async function checkCells(notebooks: readonly string[]): Promise<string> {
  if (notebooks.length === 0) return "";
  await Deno.mkdir(`${ROOT}/out`, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: `${ROOT}/out`, prefix: "cells-" });
  try {
    const modules = await Promise.all(
      notebooks.map(async (path, index) => {
        const file = `${folder}/${index + 1}.ts`;
        const module = notebookModule(await readNotebook(path));
        await Deno.writeTextFile(file, module.text);
        return { path, file, module };
      }),
    );
    const files = modules.map(({ file }) => file);
    const said = await Promise.all([
      complaints(["check", "--quiet", "--frozen", ...files]),
      complaints(["lint", "--quiet", ...files]),
    ]);
    return modules.reduce(
      (text, { path, file, module }) =>
        text.replaceAll(placesIn(file), (_, line, column) => {
          const place = module.locate(Number(line));
          return `${fileName(path)}, code cell ${place.cell}, line ${place.line}, column ${column}`;
        }),
      said.join(""),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function complaints(args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: ROOT,
    env: { NO_COLOR: "1", RUST_BACKTRACE: "0" },
  }).output();
  const decoder = new TextDecoder();
  return success ? "" : decoder.decode(stdout) + decoder.decode(stderr);
}

/** Matches `…/file.ts:12:5`, as a path or as a URL. */
function placesIn(file: string): RegExp {
  const escaped = file.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?:file://)?${escaped}:(\\d+):(\\d+)`, "g");
}

async function readNotebook(path: string) {
  try {
    const notebook = JSON.parse(await Deno.readTextFile(path));
    if (Array.isArray(notebook?.cells)) return notebook;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new TaskError(`Reading a notebook: ${path} is no Jupyter notebook of format 4.`);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

if (import.meta.main) {
  await exitWith(async () => {
    const notebooks = await listNotebooks(Deno.args);
    const text = await checkCells(notebooks);
    if (text === "") return 0;
    console.error(`${text}\nThe notebooks' cells do not pass the type checker and the linter.`);
    return 1;
  });
}
