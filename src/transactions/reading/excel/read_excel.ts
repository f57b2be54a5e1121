import { noWorkbook, refuseUnlessZip } from "./foreign_file.ts";
import { type ExcelLimits, excelLimits } from "./limits.ts";
import { readSheetRows } from "./read_sheet_rows.ts";
import { buildSheetTable, type SheetTable } from "./sheet_table.ts";
import { readWorkbook } from "./workbook.ts";
import { openZip } from "../zip/open_zip.ts";
import { InputError } from "../../../frames/errors.ts";

/** The table of one sheet of a workbook. */
export interface ExcelTable extends SheetTable {
  /** The sheet's name. */
  readonly sheet: string;
}

/** Limits (see {@linkcode ExcelLimits} for the defaults), and which sheets to read. */
export interface ExcelOptions extends Partial<ExcelLimits> {
  /** Names of sheets: a workbook that has any of them gives these alone. Default: all shown sheets. */
  readonly sheets?: readonly string[];
}

/** Tables of a workbook. */
export interface ExcelTables {
  /** In the order of the sheets; at least one. */
  readonly tables: readonly ExcelTable[];
  /** The sheets without a table, and what they are instead. */
  readonly skipped: readonly { readonly sheet: string; readonly reason: string }[];
}

/**
 * Reads every sheet of an Excel workbook (.xlsx) that has a header and rows, all values as text.
 *
 * Text stays as it is (`00123`); numbers become the shortest decimals (`17850`, `2.55`), numbers in a
 * date format `YYYY-MM-DD HH:MM:SS`, booleans `TRUE` and `FALSE`, errors such as `#N/A` empty, and
 * missing cells empty. Of formulas the stored value is read. Nothing in the workbook is executed, and
 * nothing outside of it is read. The file is unpacked and parsed piece by piece (fflate, saxes).
 *
 * @param options What it may ask of the machine, and which sheets; see {@linkcode ExcelOptions}.
 * @throws {InputError} If it is another kind of file, encrypted, damaged, cut off, asks for more than
 * the limits, or has no table.
 * @throws {RangeError} If a limit is not above 0.
 */
export function readExcelTables(
  bytes: Uint8Array,
  source: string,
  { sheets: wanted = [], ...limits }: ExcelOptions = {},
): ExcelTables {
  const most = excelLimits(limits);
  refuseUnlessZip(bytes, source);
  const archive = openZip(bytes, source, most);
  const workbook = readWorkbook(archive);
  if (!workbook) throw noWorkbook(archive.names, source);

  const tables: ExcelTable[] = [], skipped: { sheet: string; reason: string }[] = [];
  const left = { cells: most.cells, characters: most.unpacked };
  const isNamed = workbook.sheets.some(({ name }) => wanted.includes(name));
  for (const { name, part, isHidden } of workbook.sheets) {
    if (isNamed ? !wanted.includes(name) : isHidden) {
      const reason = isNamed ? "--sheet names others" : `it is hidden (--sheet "${name}" takes it)`;
      skipped.push({ sheet: name, reason });
      continue;
    }
    const builder = buildSheetTable(`${source}, sheet "${name}",`, most, left);
    if (part !== undefined) readSheetRows(workbook, part, builder.add);
    const built = part === undefined ? "it is a chart" : builder.finish();
    if (typeof built === "string") skipped.push({ sheet: name, reason: built });
    else tables.push({ sheet: name, ...built });
  }
  if (tables.length === 0) {
    const sheets = skipped.map(({ sheet, reason }) => `"${sheet}": ${reason}`).join("; ");
    throw new InputError(
      `${source} has no sheet with a header and rows below it (${sheets || "it has no sheets"}).`,
    );
  }
  return { tables, skipped };
}
