import { readXmlPart } from "./read_xml_part.ts";
import { createRichText } from "./rich_text.ts";
import type { ZipArchive } from "../zip/open_zip.ts";
import { damaged } from "../zip/zip_directory.ts";

const MOST_TEXTS = 2 ** 25; // there is room for one in each cell of 32 columns

/**
 * Reads the texts that the cells of a workbook share (ECMA-376 part 1, §18.4.9).
 *
 * @param part The name of its shared strings.
 * @returns The texts; cells refer to them by position.
 * @throws {InputError} If the part is damaged.
 */
export function readSharedTexts(archive: ZipArchive, part: string): string[] {
  const texts: string[] = [];
  const text = createRichText();
  readXmlPart(archive, part, {
    open: text.open,
    text: text.text,
    close(name) {
      text.close(name);
      if (name === "si") texts.push(text.take());
      if (texts.length > MOST_TEXTS) throw damaged(archive.source, part);
    },
  });
  return texts;
}
