import { resolve } from "node:path";

/** The project's folder, without a slash at its end. */
export const ROOT: string = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

/** The project's Python virtual environment. */
export const ENVIRONMENT: string = `${ROOT}/.venv`;

/** What stops a task: its message is the one sentence that the user reads. */
export class TaskError extends Error {
  override name = "TaskError";
}

/**
 * Runs a task's main function and ends the process: a `TaskError` becomes its sentence and exit
 * code 1, anything else is a defect and keeps its stack.
 *
 * @param main The task; the exit code is what it returns.
 */
export async function exitWith(main: () => Promise<number>): Promise<never> {
  try {
    Deno.exit(await main());
  } catch (error) {
    if (!(error instanceof TaskError)) throw error;
    console.error(error.message);
    Deno.exit(1);
  }
}

/**
 * Resolves a path against the folder in which the user typed the command; `deno task` itself runs
 * in the project's root.
 *
 * @param path A path as typed.
 * @returns The absolute path.
 */
export function fromWhereTyped(path: string): string {
  return resolve(Deno.env.get("INIT_CWD") ?? ".", path);
}
