import { InputError } from "../../frames/errors.ts";

/** A place that cannot be written: no fault of what was to be written there. */
export class WriteError extends InputError {}

/**
 * Writes something, and says in one sentence what to do where that fails: a full disk, a folder
 * that may not be written.
 *
 * @param path The place, for the message.
 * @param write Writes there.
 * @returns What `write` returns.
 * @throws {WriteError} If `write` throws.
 *
 * @example
 * ```ts
 * import { tryToWrite, WriteError } from "./try_to_write.ts";
 * import { assertThrows } from "@std/assert";
 *
 * const path = `${Deno.makeTempDirSync()}/missing/file.txt`;
 * assertThrows(() => tryToWrite(path, () => Deno.writeTextFileSync(path, "text")), WriteError);
 * ```
 */
export function tryToWrite<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new WriteError(
      `${path} cannot be written (${reason}): make room, or check the folder's permissions.`,
    );
  }
}
