import { posix } from "node:path";
import { readDateStyles } from "./date_styles.ts";
import { readXmlPart, type XmlAttributes } from "./read_xml_part.ts";
import { readSharedTexts } from "./shared_texts.ts";
import type { ZipArchive } from "../zip/open_zip.ts";
import { damaged } from "../zip/zip_directory.ts";

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  /** Where its cells are; a chart or a dialogue has no part. */
  readonly part: string | undefined;
  /** Whether its tab is not shown. */
  readonly isHidden: boolean;
}

/** Parts of a workbook that its cells refer to. */
export interface Workbook {
  readonly archive: ZipArchive;
  /** The sheets in the order of their tabs. */
  readonly sheets: readonly WorkbookSheet[];
  readonly dateSystem: 1900 | 1904;
  /** For each cell style whether it shows a date. */
  readonly dateStyles: readonly boolean[];
  readonly sharedTexts: readonly string[];
}

/**
 * Reads a workbook but for its sheets (ECMA-376 part 1, §12.3 and §18.2).
 *
 * @returns Where the sheets are and what their cells refer to; `undefined` if it is no workbook.
 * @throws {InputError} If a part is damaged.
 */
export function readWorkbook(archive: ZipArchive): Workbook | undefined {
  const main = relations(archive, "").values().find(({ type }) => type === "officeDocument")?.part;
  // A binary workbook's main part is no XML.
  if (!main?.endsWith(".xml")) return undefined;
  const related = relations(archive, main);
  const sheets: WorkbookSheet[] = [];
  let isWorkbook: boolean | undefined, dateSystem: 1900 | 1904 = 1900;
  readXmlPart(archive, main, {
    open(name, attributes) {
      isWorkbook ??= name === "workbook";
      if (name === "sheet") {
        const relation = related.get(relationId(attributes));
        sheets.push({
          name: attributes.name ?? "",
          part: relation?.type === "worksheet" ? relation.part : undefined,
          isHidden: /^(very)?hidden$/i.test(attributes.state ?? ""),
        });
        if (!relation || sheets.length > archive.names.length) throw damaged(archive.source, main);
      } else if (name === "workbookPr" && /^(1|true|on)$/i.test(attributes.date1904 ?? "")) {
        dateSystem = 1904;
      }
    },
  });
  if (!isWorkbook) return undefined;
  const partOfType = (type: string) =>
    related.values().find((relation) => relation.type === type)?.part;
  const styles = partOfType("styles"), texts = partOfType("sharedStrings");
  return {
    ...{ archive, sheets, dateSystem },
    dateStyles: styles === undefined ? [] : readDateStyles(archive, styles),
    sharedTexts: texts === undefined ? [] : readSharedTexts(archive, texts),
  };
}

/** The parts in the archive that a part refers to, by id (ECMA-376 part 2, §6.5). */
function relations(archive: ZipArchive, part: string): Map<string, { type: string; part: string }> {
  const found = new Map<string, { type: string; part: string }>();
  const folder = posix.dirname(part);
  const name = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  if (!archive.has(name)) return found;
  readXmlPart(archive, name, {
    open(element, { Id, Type = "", Target = "", TargetMode }) {
      if (element !== "Relationship" || TargetMode === "External") return;
      if (found.size > archive.names.length) throw damaged(archive.source, name);
      // The address differs between strict and transitional workbooks, its last word does not.
      const type = Type.slice(Type.lastIndexOf("/") + 1);
      const target = Target.startsWith("/") ? Target : posix.join(folder, Target);
      if (archive.has(target)) found.set(Id, { type, part: target.replace(/^\//, "") });
    },
  });
  return found;
}

/** `r:id` under whatever prefix the file gives it. */
function relationId(attributes: XmlAttributes): string {
  return attributes[Object.keys(attributes).find((name) => name.endsWith(":id")) ?? ""] ?? "";
}
