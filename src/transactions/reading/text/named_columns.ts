import type { CodedTexts } from "../../../frames/coded.ts";

/** Columns under their names. */
export interface NamedColumns {
  readonly header: readonly string[];
  readonly columns: readonly CodedTexts[];
}

/**
 * Leaves out columns without a name and without a text, which spreadsheets save beside a table, and
 * names the others that have no name by their place. The first of them stays as it is: pandas writes
 * row numbers there.
 *
 * @param named Columns as they stand in a file.
 * @returns Those that hold something.
 */
export function namedColumns({ header, columns }: NamedColumns): NamedColumns {
  if (!header.includes("")) return { header, columns };
  const kept = header.map((_, i) => i).filter((i) => header[i] !== "" || hasText(columns[i]));
  const first = kept.find((i) => header[i] === "");
  return {
    header: kept.map((i) => header[i] === "" && i !== first ? `(column ${i + 1})` : header[i]),
    columns: kept.map((i) => columns[i]),
  };
}

function hasText({ codes, values }: CodedTexts): boolean {
  const isText = Uint8Array.from(values, (text) => Number(text.trim() !== ""));
  return codes.some((code) => isText[code] === 1);
}
