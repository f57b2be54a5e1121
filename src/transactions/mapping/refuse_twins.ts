import { InputError } from "../../frames/errors.ts";

/** Names of a file by what stands in their columns. */
type NamedBy = Readonly<Record<string, string | undefined>>;

/**
 * Refuses a column that is needed and stands in the file under two names that differ only in case,
 * spaces and punctuation (`UnitPrice` and `unitprice`), or twice under one name: nothing says which of
 * them is meant. A column that nothing is taken from may stand there as often as it likes.
 *
 * @param mapping Where the columns are.
 * @param header The file's column names.
 * @param source The file's name, for messages.
 * @param choices Columns named by the user, which say which one is meant.
 * @param plain How names are compared.
 * @throws {InputError} Naming the columns, and how to say which is meant.
 */
export function refuseTwins(
  mapping: NamedBy,
  header: readonly string[],
  source: string,
  choices: NamedBy,
  plain: (name: string) => string,
): void {
  for (const [column, name] of Object.entries(mapping)) {
    if (name === undefined) continue;
    const copies = header.filter((other) => other === name);
    if (copies.length > 1) {
      throw new InputError(
        `${source} has the column "${name}" more than once, and ${column} would come from it: rename ` +
          "or remove the copies.",
      );
    }
    if (choices[column] === name || plain(name) === "") continue;
    const twins = header.filter((other) => plain(other) === plain(name));
    if (twins.length < 2) continue;
    throw new InputError(
      `${source} has the columns ${
        twins.map((twin) => `"${twin}"`).join(" and ")
      }, which could both be ` +
        `${column}: say which one, for example --map ${column}="${twins[0]}".`,
    );
  }
}
