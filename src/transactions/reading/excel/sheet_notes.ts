import { InputError } from "../../../frames/errors.ts";
import type { ReadingNote } from "../../interpretation/reading_note.ts";
import type { SourceFile } from "../read_tables.ts";

/** A sheet that is passed over, and why. */
export interface SkippedSheet {
  readonly sheet: string;
  readonly reason: string;
}

/**
 * Says which sheets of a workbook were taken, where there is more than one.
 *
 * @param source The workbook's name.
 * @param taken The sheets with transactions.
 * @param skipped The others.
 * @returns A note, or none.
 */
export function sheetsNote(
  source: string,
  taken: readonly string[],
  skipped: readonly SkippedSheet[],
): ReadingNote[] {
  if (taken.length + skipped.length < 2 || taken.length === 0) return [];
  const named = (sheets: readonly string[]) => sheets.map((sheet) => `“${sheet}”`).join(", ");
  const others = skipped.map(({ sheet }) => sheet);
  const hidden = skipped.filter(({ reason }) => reason.startsWith("it is hidden"));
  const words = others.length === 0
    ? ""
    : `; passed over ${named(others)}${
      hidden.length === 0
        ? ""
        : ` (${
          hidden.length === others.length ? "" : `${named(hidden.map(({ sheet }) => sheet))} `
        }hidden: --sheet takes it)`
    }`;
  return [{
    topic: "table",
    sentence: `${source}: took the sheet${taken.length === 1 ? "" : "s"} ${named(taken)}${words}.`,
  }];
}

/**
 * Refuses names of sheets that no workbook has.
 *
 * @param wanted Names given by the user.
 * @param files All files of a run.
 * @throws {InputError} If a sheet is nowhere.
 */
export function refuseUnknownSheets(
  wanted: readonly string[] = [],
  files: readonly Pick<SourceFile, "tables" | "skipped">[],
): void {
  const there = files.flatMap(({ tables, skipped }) => [
    ...tables.flatMap(({ sheet }) => sheet ?? []),
    ...skipped.map(({ sheet }) => sheet),
  ]);
  const unknown = wanted.find((sheet) => !there.includes(sheet));
  if (unknown === undefined) return;
  const found = there.length === 0
    ? "no input is a workbook"
    : `found: ${there.map((sheet) => `"${sheet}"`).join(", ")}`;
  throw new InputError(`There is no sheet "${unknown}", which --sheet names (${found}).`);
}
