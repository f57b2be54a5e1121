import { parseArgs } from "node:util";
import { fromWhereTyped, TaskError } from "../tools/project.ts";

/** What the benchmark was asked for. */
export interface Options {
  /** The absolute path of a file of transactions, if one was given. */
  readonly input: string | undefined;
  /** The cases to run. */
  readonly only: readonly string[];
  readonly rounds: number;
}

/**
 * Reads the benchmark's command line.
 *
 * @param args The arguments as typed.
 * @param names All cases; without `--only` each is run.
 * @throws {TaskError} If an option is unknown, or its value is none that it can have.
 */
export function readOptions(args: string[], names: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        input: { type: "string" },
        only: { type: "string", multiple: true },
        rounds: { type: "string", default: "3" },
      },
    });
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 1) {
      throw new TaskError(`--rounds must be a positive whole number, not "${values.rounds}".`);
    }
    const only = values.only ?? names;
    const unknown = only.find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw new TaskError(`--only must be one of ${names.join(", ")}, not "${unknown}".`);
    }
    const input = values.input === undefined ? undefined : fromWhereTyped(values.input);
    if (input !== undefined && !Deno.statSync(input).isFile) {
      throw new TaskError(`--input must be a file of transaction lines: ${input} is none.`);
    }
    return { input, only, rounds };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new TaskError("There is no such file: check the path given with --input.");
    }
    if (error instanceof TypeError) throw new TaskError(error.message.split("\n")[0]);
    throw error;
  }
}
