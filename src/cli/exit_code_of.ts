import { CommanderError } from "commander";
import { InputError, NotEnoughDataError } from "../frames/errors.ts";
import { plainLine } from "../words/sentences.ts";

/**
 * Tells in one sentence on standard error what ended a command.
 *
 * What nobody foresaw gets a code, the error's class and the place in `src/` where it came up, which
 * stays the same from run to run.
 *
 * @param args The words after the program's name; `--debug` among them asks for the trace.
 * @returns The exit code: 0 where it was only help that ended it, else 1.
 */
export function exitCodeOf(error: unknown, args: readonly string[]): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1; // already told
  if (error instanceof InputError || error instanceof NotEnoughDataError) {
    console.error(`error: ${plainLine(error.message)}`);
    return 1;
  }
  const { name, message, stack = "" }: Partial<Error> = error instanceof Error
    ? error
    : { name: typeof error, message: String(error) };
  const place = /\/src\/([\w/]+\.ts:\d+):\d+/.exec(stack)?.[1];
  const code = place === undefined ? name : `${name} at ${place}`;
  const reason = plainLine(message ?? "").slice(0, 200).replace(/\.$/, "");
  console.error(
    `error: This is a bug (${code}: ${reason}). Please report it with this line and the first lines ` +
      `of your file; --debug shows the stack trace.`,
  );
  if (args.includes("--debug")) console.error(stack);
  return 1;
}
