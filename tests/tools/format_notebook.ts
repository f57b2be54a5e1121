import { ROOT, TaskError } from "./project.ts";

/**
 * Formats the cells of a notebook as `deno fmt` does.
 *
 * `deno fmt --check` (2.9.6) itself cannot be asked, which is why deno.json excludes notebooks: it
 * takes every cell that does not end with a line break for unformatted, and then has nothing to
 * change.
 *
 * @param text The notebook's text.
 * @returns The text with formatted cells.
 * @throws {TaskError} If a cell cannot be parsed.
 */
export async function formatNotebook(text: string): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--ext=ipynb", "-"],
    cwd: ROOT,
    env: { NO_COLOR: "1", RUST_BACKTRACE: "0" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const [{ success, stdout, stderr }] = await Promise.all([
    child.output(),
    new Blob([text]).stream().pipeTo(child.stdin),
  ]);
  const decoder = new TextDecoder();
  if (!success) throw new TaskError(`Formatting a notebook: ${decoder.decode(stderr).trim()}`);
  return decoder.decode(stdout);
}
