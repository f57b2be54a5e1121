import { COLUMN_SYNONYMS, SOURCE_COLUMNS, type SourceColumn } from "./column_synonyms.ts";
import { FILE_LAYOUTS } from "./file_layouts.ts";
import { InputError } from "../../frames/errors.ts";
import { refuseTwins } from "./refuse_twins.ts";

/** Which header each column comes from; `undefined` where the file has none. */
export type ColumnMapping = Readonly<Record<SourceColumn, string | undefined>>;

/** Columns named by the user: they come before all that is recognised. */
export type ColumnChoices = Readonly<Partial<Record<SourceColumn, string>>>;

/**
 * Finds the transaction columns in a header by name, whatever the order, case and punctuation.
 *
 * A known export (see {@linkcode FILE_LAYOUTS}) is recognised as a whole, else each column by its
 * synonyms. Only a customer, a date and an amount are essential: quantity and unit price, or a line
 * total, which counts only where there is no unit price.
 *
 * @param header The file's column names.
 * @param source The file's name, for messages.
 * @param choices Columns named by the user.
 * @returns For each column the header name that holds it.
 * @throws {InputError} If essential columns are missing (all are named), needed names are repeated, or a
 * chosen column is not there.
 */
export function mapColumns(
  header: readonly string[],
  source: string,
  choices: ColumnChoices = {},
): ColumnMapping {
  refuseUnknown(choices, header, source);
  const layout = FILE_LAYOUTS.find(({ columns }) =>
    Object.values(columns).every((name) => header.includes(name))
  );
  const byPlainName = new Map(header.map((name) => [plain(name), name]));
  const synonym = (column: SourceColumn) =>
    COLUMN_SYNONYMS[column].map((name) => byPlainName.get(plain(name))).find(isNamed);
  const found = Object.fromEntries(SOURCE_COLUMNS.map((column) => [
    column,
    choices[column] ?? (layout ? layout.columns[column] : undefined) ?? synonym(column),
  ])) as ColumnMapping;
  const priced = isNamed(found.quantity) && isNamed(found.unit_price) &&
    !isNamed(choices.line_total);
  const mapping = { ...found, line_total: priced ? undefined : found.line_total };
  refuseTwins(mapping, header, source, choices, plain);
  refuseMissing(mapping, header, source);
  return mapping;
}

function refuseMissing(mapping: ColumnMapping, header: readonly string[], source: string): void {
  const missing: SourceColumn[] = [];
  const lacks = (column: SourceColumn) => !isNamed(mapping[column]);
  if (lacks("invoice_date")) missing.push("invoice_date");
  if (lacks("customer_id")) missing.push("customer_id");
  if (lacks("line_total")) missing.push(...(["quantity", "unit_price"] as const).filter(lacks));
  if (missing.length === 0) return;
  const amount = missing.includes("unit_price") || missing.includes("quantity");
  throw new InputError(
    `${source} has no column for ${listed(missing)}${amount ? ' (or "line_total")' : ""} ` +
      `(found: ${listed(header)}): name the column, for example --map ${missing[0]}=` +
      `"${header[0] ?? COLUMN_SYNONYMS[missing[0]][1]}".`,
  );
}

function refuseUnknown(choices: ColumnChoices, header: readonly string[], source: string): void {
  const unknown = Object.values(choices).filter((name) => !header.includes(name));
  if (unknown.length === 0) return;
  throw new InputError(
    `${source} has no column ${listed(unknown)}, which --map names (found: ${
      listed(header)
    }): choose one of these.`,
  );
}

/** A column may be named "", as the row numbers are that pandas writes. */
function isNamed(name: string | undefined): name is string {
  return name !== undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => `"${name}"`).join(", ");
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown;
}
