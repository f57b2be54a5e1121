import {
  COLUMN_SYNONYMS,
  SOURCE_COLUMNS,
  type SourceColumn,
} from "../../mapping/column_synonyms.ts";
import { FILE_LAYOUTS } from "../../mapping/file_layouts.ts";
import { nameKey } from "../../mapping/plain_name.ts";

const BY_SYNONYM = new Map<string, SourceColumn>(
  SOURCE_COLUMNS.toReversed().flatMap((column) =>
    COLUMN_SYNONYMS[column].map((name) => [nameKey(name), column] as const)
  ),
);

/** What the names of known exports hold; a name that also is a synonym is a synonym. */
const KNOWN = new Map<string, SourceColumn>([
  ...FILE_LAYOUTS.flatMap(({ columns }) =>
    Object.entries(columns).map(([column, name]) =>
      [nameKey(name), column as SourceColumn] as const
    )
  ),
  ...BY_SYNONYM,
]);

/**
 * What a column holds by its name alone.
 *
 * @param name The name of a column.
 * @returns The column of a transaction line; undefined for an unknown name.
 */
export function knownColumn(name: string): SourceColumn | undefined {
  return BY_SYNONYM.get(nameKey(name));
}

/**
 * How many different columns some cells name: what tells a header from a title or a line of data.
 *
 * @param cells The texts of a row.
 * @returns The number of known columns named.
 */
export function knownNames(cells: readonly string[]): number {
  return new Set(cells.map((cell) => KNOWN.get(nameKey(cell))).filter(Boolean)).size;
}

/** What is said of a line, and would be wrong if it were its order's. */
const OF_LINES: readonly (SourceColumn | undefined)[] = [
  "line_total",
  "unit_price",
  "quantity",
  "line_discount",
  "line_status",
  "line_id",
];

/**
 * Whether a column tells of a line and not of its order: an order's field of that name is another one.
 *
 * @param column What a column holds, see {@linkcode knownColumn}.
 */
export function isOfLine(column: SourceColumn | undefined): boolean {
  return OF_LINES.includes(column);
}
