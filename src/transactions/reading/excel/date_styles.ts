import { readXmlPart } from "./read_xml_part.ts";
import type { ZipArchive } from "../zip/open_zip.ts";
import { damaged } from "../zip/zip_directory.ts";

/** The built-in formats that are dates or times, the East Asian ones included (§18.8.30). */
const BUILT_IN = new Set([
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47],
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58],
]);

const MOST_STYLES = 65_490; // Excel's own

/**
 * Finds which cell styles of a workbook show a number as a date (ECMA-376 part 1, §18.8.30).
 *
 * @returns For each cell style whether it is a date.
 * @throws {InputError} If the part is damaged.
 */
export function readDateStyles(archive: ZipArchive, part: string): boolean[] {
  const formats = new Map<number, string>(), styles: number[] = [];
  let inCellStyles = false;
  readXmlPart(archive, part, {
    open(name, { numFmtId, formatCode }) {
      if (name === "cellXfs") inCellStyles = true;
      else if (name === "numFmt") formats.set(Number(numFmtId), formatCode ?? "");
      else if (name === "xf" && inCellStyles) styles.push(Number(numFmtId ?? 0));
      if (Math.max(formats.size, styles.length) > MOST_STYLES) throw damaged(archive.source, part);
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return styles.map((id) => {
    const format = formats.get(id);
    return format === undefined ? BUILT_IN.has(id) : isDateFormat(format);
  });
}

/**
 * Tells whether a number format shows a date or a time of day.
 *
 * What counts are the letters of a date outside of quotes, brackets and escapes, in the format's
 * first section. An elapsed time such as `[h]:mm` is an amount of days, not a date.
 *
 * @returns Whether it is a date or a time of day.
 */
function isDateFormat(format: string): boolean {
  const plain = format.replace(/"[^"]*"|[\\_*]./g, "").split(";")[0];
  return !/\[(?:h+|m+|s+)\]/i.test(plain) && /[dmyhs]/i.test(plain.replace(/\[[^\]]*\]/g, ""));
}
