/**
 * Runs notebooks headless on the Deno kernel: `notebooks.ts [--check] [NOTEBOOK]…`.
 *
 * Outputs are written back only when every notebook succeeded. With `--check` nothing is written
 * and outputs that differ from the committed ones are an error. With `SHOPPER_INPUT` set the
 * notebooks run on that file, and the executed copies go to `out/notebooks`.
 */
import { checkCells } from "./check_cells.ts";
import { jupyterVariables, writeKernelSpec } from "./kernel_spec.ts";
import { listNotebooks } from "./notebook_files.ts";
import { exitWith, fromWhereTyped, ROOT, TaskError } from "./project.ts";
import { ensureEnvironment } from "./python_environment.ts";

/** How notebooks are run. */
export interface RunOptions {
  /** Compares the outputs with the files' and writes nothing. Default: false. */
  readonly check?: boolean;
  /** Absolute path of the transactions that the notebooks read. Default: demo transactions. */
  readonly input?: string;
}

/**
 * Type-checks the cells of notebooks and runs them one after the other, each in a fresh kernel.
 *
 * @param notebooks Absolute paths of notebooks.
 * @param options See {@linkcode RunOptions}.
 * @returns The exit code; what failed is said on standard error.
 * @throws {TaskError} If Python or the input is missing.
 */
export async function runNotebooks(
  notebooks: readonly string[],
  { check = false, input }: RunOptions = {},
): Promise<number> {
  if (input !== undefined && !await Deno.stat(input).then((stat) => stat.isFile, () => false)) {
    throw new TaskError(`Running notebooks: SHOPPER_INPUT names ${input}, which is no file.`);
  }
  if (notebooks.length === 0) return 0;
  const python = await ensureEnvironment(["notebooks/requirements.txt"]);
  await writeKernelSpec();

  const complaints = await checkCells(notebooks);
  if (complaints !== "") {
    throw new TaskError(
      `${complaints}\nThe cells do not pass the type checker and the linter; no notebook was run.`,
    );
  }

  const copies = `${ROOT}/out/notebooks`;
  if (input !== undefined) {
    console.log(`Running on ${input}; the committed notebooks stay as they are.`);
  }
  const { code } = await new Deno.Command(python, {
    args: [
      `${ROOT}/tests/tools/run_notebooks.py`,
      ...["--deno", Deno.execPath(), "--cwd", `${ROOT}/notebooks`],
      ...(check ? ["--check"] : []),
      ...(input === undefined ? [] : ["--input", input, "--output", copies]),
      ...notebooks,
    ],
    cwd: ROOT,
    env: jupyterVariables(),
  }).spawn().status;
  if (code === 0 && input !== undefined) console.log(`The executed copies are in ${copies}.`);
  return code;
}

if (import.meta.main) {
  await exitWith(async () => {
    const named = Deno.args.filter((argument) => argument !== "--check");
    const input = Deno.env.get("SHOPPER_INPUT");
    return await runNotebooks(await listNotebooks(named), {
      check: Deno.args.includes("--check"),
      input: input ? fromWhereTyped(input) : undefined,
    });
  });
}
