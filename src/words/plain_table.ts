import { plainLine } from "./sentences.ts";

/** Characters of a cell that are shown. */
const WIDEST = 100;

/** A column of a {@linkcode plainTable}. */
export interface PlainColumn {
  /** Default none; without any title there is no line for them. */
  readonly title?: string;
  /** One text per row. */
  readonly cells: readonly string[];
  /** Whether the cells end, rather than begin, below each other; default false. */
  readonly right?: boolean;
  /** Whether long cells stay whole; default false. */
  readonly whole?: boolean;
}

/**
 * Writes a table for a terminal: aligned columns, two spaces apart, below their titles if they have any.
 *
 * Texts come from files: each becomes a {@linkcode plainLine}, and long ones end in "…".
 *
 * @returns The lines, the titles first, each indented by two spaces.
 */
export function plainTable(columns: readonly PlainColumn[]): string[] {
  const titled = columns.some(({ title }) => title !== undefined);
  const padded = columns.map(({ title = "", cells, right = false, whole = false }) => {
    const texts = [...(titled ? [title] : []), ...cells].map(whole ? plainLine : shown);
    const width = Math.max(...texts.map((text) => text.length));
    return texts.map((text) => right ? text.padStart(width) : text.padEnd(width));
  });
  const rows = padded[0]?.length ?? 0;
  return Array.from(
    { length: rows },
    (_, row) => `  ${padded.map((column) => column[row]).join("  ")}`.trimEnd(),
  );
}

function shown(text: string): string {
  const line = plainLine(text);
  return line.length <= WIDEST ? line : `${line.slice(0, WIDEST - 1)}…`;
}
