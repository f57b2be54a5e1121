/** A notebook's file, as far as its code is concerned (nbformat 4). */
export interface Notebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: string | readonly string[];
  }[];
}

/** The code cells of a notebook, put together as one TypeScript module. */
export interface NotebookModule {
  /** The module's text. */
  readonly text: string;
  /**
   * Tells where a line of the module comes from.
   *
   * @param line A line of the module, counted from 1.
   * @returns The code cell, as JupyterLab's margin counts it, and the line in it, both from 1.
   */
  locate(line: number): { readonly cell: number; readonly line: number };
}

/**
 * Puts the code cells of a notebook together as one module, so that `deno check` and `deno lint`,
 * which do not read notebooks, see what the kernel will run.
 *
 * @param notebook The parsed notebook.
 * @returns The module and the way back from its lines to the cells.
 *
 * @example
 * ```ts
 * import { notebookModule } from "./notebook_module.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const module = notebookModule({
 *   cells: [
 *     { cell_type: "markdown", source: "# Title" },
 *     { cell_type: "code", source: ["const a = 1;\n", "a;"] },
 *     { cell_type: "code", source: "a + 1;" },
 *   ],
 * });
 * assertEquals(module.text, "const a = 1;\na;\na + 1;\nexport {};\n");
 * assertEquals(module.locate(2), { cell: 1, line: 2 });
 * assertEquals(module.locate(3), { cell: 2, line: 1 });
 * ```
 */
export function notebookModule(notebook: Notebook): NotebookModule {
  const cells = notebook.cells
    .filter((cell) => cell.cell_type === "code")
    .map((cell) => typeof cell.source === "string" ? cell.source : cell.source.join(""));
  const origins: { cell: number; line: number }[] = [];
  const lines: string[] = [];
  cells.forEach((source, index) => {
    source.split("\n").forEach((text, i) => {
      lines.push(text);
      origins.push({ cell: index + 1, line: i + 1 });
    });
  });
  return {
    // Without an import or export it would be a script, where top-level await is an error.
    text: [...lines, "export {};", ""].join("\n"),
    locate: (line) => origins[Math.min(line, origins.length) - 1] ?? { cell: 1, line: 1 },
  };
}
