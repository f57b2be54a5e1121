import { type Content, html, type Markup } from "./html.ts";

/** One column of a table. */
export interface Column {
  /** Heading, with the unit where it is not clear. */
  readonly label: string;
  /** Whether the cells are text, written from the left. Default: numbers, from the right. */
  readonly text?: boolean;
  /** Whether its texts are long: the column keeps room for them on a small screen. */
  readonly long?: boolean;
}

/** One row of a table. */
export interface Row {
  readonly cells: readonly Content[];
  /** What sets the row apart. */
  readonly kind?: "baseline" | "best" | "sum" | "undone";
}

/**
 * Writes a table that scrolls sideways where the screen is narrower.
 *
 * @param caption What the table shows.
 * @param columns Columns in order; the first one names the rows.
 * @param rows Rows with one cell per column.
 * @returns The caption, and a `<table>` in its scrolling frame; a sentence where there are no rows.
 *
 * @example
 * ```ts
 * import { table } from "./table.ts";
 * import { assert } from "@std/assert";
 *
 * const { markup } = table("Rows by reason", [{ label: "reason", text: true }, { label: "rows" }], [
 *   { cells: ["no customer", "135,080"] },
 * ]);
 * assert(markup.includes("135,080"));
 * ```
 */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): Markup {
  if (rows.length === 0) return html`<p class="missing">${caption}: not enough data.</p>`;
  const side = (i: number) =>
    columns[i]?.text ? (columns[i].long ? "text long" : "text") : "number";
  return html`
    <p class="caption">${caption}</p>
    <div class="scroll" tabindex="0" role="group" aria-label="${caption}">
      <table aria-label="${caption}">
        <thead>
          <tr>${columns.map((column, i) =>
            html`<th scope="col" class="${side(i)}">${column.label}</th>`
          )}</tr>
        </thead>
        <tbody>${rows.map((row) =>
          html`
            <tr class="${row.kind ?? "plain"}">${row.cells.map((cell, i) =>
              i === 0
                ? html`<th scope="row" class="${side(i)}">${cell}</th>`
                : html`<td class="${side(i)}">${cell}</td>`
            )}</tr>
          `
        )}</tbody>
      </table>
    </div>
  `;
}
