import { Command } from "commander";
import { exitCodeOf } from "./exit_code_of.ts";
import { inspectCommand } from "./inspect.ts";
import { quiet } from "./options.ts";
import { recommendCommand } from "./recommend.ts";
import { startCommand } from "./start.ts";

/**
 * Runs the command line.
 *
 * @returns The exit code: 0, or 1 after one sentence on standard error.
 */
export function main(args: readonly string[]): number {
  try {
    program().parse([...args], { from: "user" });
    return 0;
  } catch (error) {
    return exitCodeOf(error, args);
  }
}

function program(): Command {
  const program = quiet(new Command("shopper-spectrum")).description(
    "Turn transaction lines into segments, predictions, customer values and recommendations.",
  );
  program.addCommand(quiet(startCommand()), { isDefault: true });
  program.addCommand(quiet(inspectCommand()));
  program.addCommand(quiet(recommendCommand()));
  return program;
}

if (import.meta.main) Deno.exit(main(Deno.args));
