import { InputError } from "../frames/errors.ts";

/**
 * Writes to standard output, which may be a file on a full disk, or a reader such as `head` that has
 * enough.
 *
 * @param text Some lines; no-break spaces become spaces, so that a search in a terminal finds them.
 * @throws {InputError} If standard output cannot be written.
 */
export function tell(text: string): void {
  try {
    console.log(text.replaceAll("\u00a0", " "));
  } catch (error) {
    if (error instanceof Deno.errors.BrokenPipe) return;
    throw new InputError(`Cannot write to standard output (${(error as Error).message}).`);
  }
}
