import { ZIP_LIMITS, type ZipLimits } from "../zip/zip_directory.ts";

/**
 * What a workbook may ask of the machine; more is refused rather than tried. The characters of all
 * its cells may not be more than its unpacked bytes may.
 */
export interface ExcelLimits extends ZipLimits {
  /** Rows × columns of all its tables, with the empty cells. Default: 10⁸. */
  readonly cells: number;
}

/** The defaults of {@linkcode ExcelLimits}: several times the largest sheets that shops export. */
export const EXCEL_LIMITS: ExcelLimits = { ...ZIP_LIMITS, cells: 1e8 };

/**
 * Completes limits with the defaults.
 *
 * @throws {RangeError} If one is not a positive number: comparing with it would refuse nothing.
 */
export function excelLimits(limits: Partial<ExcelLimits> = {}): ExcelLimits {
  const all = { ...EXCEL_LIMITS, ...limits };
  for (const [name, value] of Object.entries(all)) {
    if (!(value > 0)) throw new RangeError(`Limiting a workbook: ${name} must be > 0, is ${value}`);
  }
  return all;
}
