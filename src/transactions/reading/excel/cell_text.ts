import { isoDateText, serialDateText } from "./date_text.ts";
import { numberText } from "./number_text.ts";
import type { Workbook } from "./workbook.ts";
import { damaged } from "../zip/zip_directory.ts";

/**
 * Makes the function that writes the values of a workbook's cells as text (ECMA-376 part 1,
 * §18.3.1.4 and §18.18.11).
 *
 * @returns A function of a cell's type `t`, its style `s` and its stored value. Numbers become
 * decimals, numbers in a date style ISO dates, booleans `TRUE` and `FALSE`, errors empty.
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
