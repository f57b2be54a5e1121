import { Command } from "commander";
import { inspectFile } from "../transactions/inspection/inspect_file.ts";
import { type InputOptions, readOptions, withInputOptions } from "./options.ts";
import { tell } from "./tell.ts";

/** The command `inspect`: shows how a file would be read. */
export function inspectCommand(): Command {
  return withInputOptions(
    new Command("inspect")
      .argument("<file>")
      .description("Show what a file holds and how it would be read, before any run.")
      .allowExcessArguments(false),
  ).action((file: string, options: InputOptions) => {
    tell(inspectFile(file, readOptions(options)));
  });
}
