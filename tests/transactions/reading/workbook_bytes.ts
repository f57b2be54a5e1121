import { strToU8, type Zippable, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The XML of a workbook with one sheet, by the names of its parts; others come in its place. */
export function workbookParts(rows: string, others: Record<string, string> = {}) {
  return {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Orders" r:id="r0"/>` +
      `</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["sharedStrings", "sharedStrings.xml"],
      ["styles", "styles.xml"],
    ),
    "xl/worksheets/sheet1.xml":
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ...others,
  };
}

/** The bytes of a workbook with one sheet. */
export function workbookBytes(
  rows: string,
  others: Record<string, string> = {},
): Uint8Array<ArrayBuffer> {
  return zipBytes(workbookParts(rows, others));
}

/** The bytes of a workbook with several sheets, name to rows. */
export function workbookOfSheets(sheets: Record<string, string>): Uint8Array<ArrayBuffer> {
  const names = Object.keys(sheets);
  const part = (i: number) => `worksheets/sheet${i + 1}.xml`;
  const listed = names.map((name, i) => `<sheet name="${name}" r:id="r${i}"/>`).join("");
  return workbookBytes("", {
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ...names.map((_, i): [string, string] => ["worksheet", part(i)]),
    ),
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/${part(i)}`,
        `<worksheet xmlns="${MAIN}"><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
  });
}

/** The bytes of a zip archive of texts. */
export function zipBytes(files: Record<string, string>): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(files)) parts[name] = strToU8(content);
  return zipSync(parts);
}

/** Rows of inline texts; `null` is a missing cell. */
export function textRows(...rows: (string | null)[][]): string {
  return rows.map((row) => {
    const cells = row.map((text) => text === null ? "<c/>" : inlineText(text));
    return `<row>${cells.join("")}</row>`;
  }).join("");
}

function inlineText(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

function relations(...targets: [string, string][]): string {
  const listed = targets.map(([type, target], i) =>
    `<Relationship Id="r${i}" Type="${OFFICE}/${type}" Target="${target}"/>`
  );
  return `<Relationships xmlns="${PACKAGE}">${listed.join("")}</Relationships>`;
}
