import { isoDateText, serialDateText } from "./date_text.ts";
import { numberText } from "./number_text.ts";
import type { Workbook } from "./workbook.ts";
import { damaged } from "../zip/zip_directory.ts";

/**
 * Makes the function that writes the values of a workbook's cells as text (ECMA-376 part 1,
 * §18.3.1.4 and §18.18.11).
 *
 * @param workbook What the cells refer to.
 * @returns A function of a cell's type `t`, its style `s` and its stored value. Numbers become
 * decimals, numbers in a date style ISO dates, booleans `TRUE` and `FALSE`, errors empty.
 *
 * @example
 * ```ts
 * import { cellTexts } from "./cell_text.ts";
 * import type { Workbook } from "./workbook.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const workbook = { dateSystem: 1900, dateStyles: [false, true], sharedTexts: ["00123"] };
 * const cellText = cellTexts(workbook as unknown as Workbook);
 * assertEquals(cellText("s", undefined, "0"), "00123");
 * assertEquals(cellText(undefined, "0", "17850.0"), "17850");
 * assertEquals(cellText("n", "1", "40513.5"), "2010-12-01 12:00:00");
 * assertEquals(cellText("e", undefined, "#N/A"), "");
 * ```
 */
export function cellTexts(
  workbook: Workbook,
): (type: string | undefined, style: string | undefined, value: string) => string {
  const { archive, dateSystem, dateStyles, sharedTexts } = workbook;
  let lastSerial = "", lastDate = ""; // the lines of an invoice share their date
  const numberOrDate = (style: string | undefined, value: string) => {
    if (style === undefined || !dateStyles[Number(style)]) return numberText(value);
    if (value !== lastSerial) {
      lastSerial = value;
      lastDate = serialDateText(Number(value), dateSystem) ?? numberText(value);
    }
    return lastDate;
  };
  return (type, style, value) => {
    switch (type) {
      case undefined:
      case "n":
        return numberOrDate(style, value);
      case "s": {
        const text = sharedTexts[Number(value)];
        if (text === undefined) throw damaged(archive.source);
        return text;
      }
      case "b":
        return value.trim() === "1" || value.trim() === "true" ? "TRUE" : "FALSE";
      case "d":
        return isoDateText(value);
      case "e":
        return "";
      default: // "str", "inlineStr"
        return value;
    }
  };
}
