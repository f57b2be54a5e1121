import { commandWords } from "../src/cli/launch.ts";

/** What a run of the command line left. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ROOT = new URL("..", import.meta.url).pathname;

/** The arguments of `deno` that start the command line as `deno task start`, or another task, does. */
export function startWords(words: readonly string[], task = "start"): string[] {
  return commandWords([task, ...words], ROOT);
}

/** Runs `deno task start` with more words, in a process of its own. */
export function start(
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<CommandResult> {
  return runTask("start", words, environment);
}

/** Runs a task of `deno.json` that is a Deno program, with more words, in a process of its own. */
export async function runTask(
  task: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<CommandResult> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: startWords(words, task),
    cwd: ROOT,
    env: { NO_COLOR: "1", ...environment },
    stdin: "null",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr) };
}
