import type { SourceColumn } from "./column_synonyms.ts";

/** What a column of a file was taken for, and why. */
export interface ColumnTaken {
  /** The table's name, as in `rejected.csv`. */
  readonly input: string;
  readonly column: SourceColumn;
  /** The column's name in the file. */
  readonly header: string;
  /** Such as "by its name", "named with --map" or the name of a known layout. */
  readonly found_by: string;
  /** Short facts from the arithmetic, and other columns that could have been meant. */
  readonly evidence: readonly string[];
}
