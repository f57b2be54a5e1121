import { COLUMN_SYNONYMS, SOURCE_COLUMNS, type SourceColumn } from "./column_synonyms.ts";
import { FILE_LAYOUTS, type FileLayout } from "./file_layouts.ts";
import { InputError } from "../../frames/errors.ts";
import { nameKey, plainName, unqualifiedKey } from "./plain_name.ts";
import { refuseTwins } from "./refuse_twins.ts";
import { shownNames } from "./shown_names.ts";

/** Which header each column comes from; `undefined` where the file has none. */
export type ColumnMapping = Readonly<Record<SourceColumn, string | undefined>>;

/** Columns named by the user: they come before all that is recognised. */
export type ColumnChoices = Readonly<Partial<Record<SourceColumn, string>>>;

/** How a column was found. */
export type FoundBy = "named with --map" | `layout "${string}"` | "by its name";

/** The columns of a header, and how each was found. */
export interface FoundColumns {
  readonly mapping: ColumnMapping;
  readonly foundBy: Readonly<Partial<Record<SourceColumn, FoundBy>>>;
  /** Other headers whose names mean the same column. */
  readonly rivals: Readonly<Partial<Record<SourceColumn, readonly string[]>>>;
  /** The known export that it is. */
  readonly layout?: FileLayout;
}

/** The columns that say what a line is worth: each header is one of them at most. */
export const AMOUNT_COLUMNS = ["quantity", "unit_price", "line_total", "order_total"] as const;

/**
 * Finds the transaction columns in a header, whatever the order, case, accents and punctuation.
 *
 * What the user names comes first; a known export (see {@linkcode FILE_LAYOUTS}) is recognised as a
 * whole; else each column is found by its synonyms.
 *
 * @param header The file's column names.
 * @param source The file's name, for messages.
 * @param choices Columns named by the user.
 * @returns For each column the header name that holds it, and how it was found.
 * @throws {InputError} If names are repeated, or a chosen column is not there.
 */
export function findColumns(
  header: readonly string[],
  source: string,
  choices: ColumnChoices = {},
): FoundColumns {
  refuseUnknown(choices, header, source);
  const named = byKey(header, nameKey), unqualified = byKey(header, unqualifiedKey);
  const called = (name: string) => header.includes(name) ? [name] : named.get(nameKey(name)) ?? [];
  // "Price (net)" is the price, where no "Price (gross)" stands beside it.
  const alone = (name: string) => {
    const names = unqualified.get(nameKey(name)) ?? [];
    return names.length === 1 ? names : [];
  };
  const layout = FILE_LAYOUTS.find(({ columns }) =>
    Object.values(columns).every((name) => called(name).length > 0)
  );
  const chosenAmounts = new Set(AMOUNT_COLUMNS.map((column) => choices[column]));
  const mapping: Partial<Record<SourceColumn, string>> = {};
  const foundBy: Partial<Record<SourceColumn, FoundBy>> = {};
  const rivals: Partial<Record<SourceColumn, readonly string[]>> = {};
  const isFree = (column: SourceColumn) => (name: string) =>
    !isAmount(column) || !chosenAmounts.has(name);
  const synonymsOf = (column: SourceColumn) =>
    [
      ...new Set([
        ...COLUMN_SYNONYMS[column].flatMap(called),
        ...(isMoney(column) ? COLUMN_SYNONYMS[column].flatMap(alone) : []),
      ]),
    ].filter((name) => !name.includes("%") || MAY_BE_RATES.includes(column));
  for (const column of SOURCE_COLUMNS) {
    const chosen = choices[column];
    if (chosen !== undefined) {
      mapping[column] = chosen;
      foundBy[column] = "named with --map";
      const others = isAmount(column)
        ? synonymsOf(column).filter((name) => !chosenAmounts.has(name))
        : [];
      if (others.length > 0) rivals[column] = others;
      continue;
    }
    const ofLayout = layout?.columns[column] ?? layout?.optional?.[column];
    const [inLayout] = ofLayout === undefined ? [] : called(ofLayout).filter(isFree(column));
    if (inLayout !== undefined) {
      mapping[column] = inLayout;
      foundBy[column] = `layout "${layout!.name}"`;
      continue;
    }
    if (
      layout &&
      (layout.without?.includes(column) ||
        (isAmount(column) && column !== "order_total" && !layout.open))
    ) {
      continue;
    }
    const [first, ...others] = synonymsOf(column).filter(isFree(column));
    if (first === undefined) continue;
    mapping[column] = first;
    foundBy[column] = "by its name";
    if (others.length > 0) rivals[column] = others;
  }
  refuseTwins(
    ...[mapping, header, source, choices] as const,
    (name) => plainName(name) + (name.includes("%") ? "%" : ""),
  );
  return { mapping: mapping as ColumnMapping, foundBy, rivals, layout };
}

/** Columns in which percentages are of use. */
const MAY_BE_RATES: readonly SourceColumn[] = ["line_discount", "order_discount"];

function byKey(header: readonly string[], keyOf: (name: string) => string): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const name of header) {
    const key = keyOf(name);
    named.set(key, [...named.get(key) ?? [], name]);
  }
  return named;
}

function isMoney(column: SourceColumn): boolean {
  return column === "unit_price" || column === "line_total" || column === "order_total";
}

function isAmount(column: SourceColumn): boolean {
  return (AMOUNT_COLUMNS as readonly SourceColumn[]).includes(column);
}

function refuseUnknown(choices: ColumnChoices, header: readonly string[], source: string): void {
  const unknown = Object.values(choices).filter((name) => !header.includes(name));
  if (unknown.length === 0) return;
  throw new InputError(
    `${source} has no column ${shownNames(unknown)}, which --map names (found: ${
      shownNames(header)
    }): choose one of these.`,
  );
}
