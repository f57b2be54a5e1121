import { table, type TableOptions } from "./table.ts";

/** A figure: the same rows drawn, put into words, and written as a table. */
export interface Figure {
  /** Its name in a few words. */
  readonly title: string;
  /** Draws it as SVG text, by the caption described; what is said here goes before the figure's options. */
  readonly svg: (drawn?: DrawnOptions) => string;
  /** What it shows, in a sentence or two. */
  readonly caption: string;
  /** Its rows as HTML text. */
  readonly table: string;
  /** A notebook shows the drawing of a figure that ends a cell. */
  readonly [DISPLAY]: () => { readonly "image/svg+xml": string; readonly "text/plain": string };
}

/** How a figure is drawn on one page. */
export interface DrawnOptions {
  /** Whether the title is drawn; a page with headings of its own says `false`. Default `true`. */
  readonly showTitle?: boolean;
  /** Width of the drawing in pixels, at least 300. Default 720. */
  readonly width?: number;
}

/** What every figure can be told beside its rows. */
export interface FigureOptions extends DrawnOptions {
  /** Title above the drawing and its accessible name; each figure has its own default. */
  readonly title?: string;
  /** Sign or code of the currency. Default: amounts have no unit. */
  readonly currency?: string;
}

/** What a figure that compares models can be told. */
export interface ModelFigureOptions extends FigureOptions {
  /**
   * Names of the models in the order of their colours, so that a model keeps its colour on figures
   * that show different ones. Default: their order in the rows.
   */
  readonly models?: readonly string[];
}

/** What a drawing is framed by: the options with their defaults, and the caption as description. */
export type Drawing<Options extends FigureOptions = FigureOptions> =
  & Options
  & {
    readonly title: string;
    readonly showTitle: boolean;
    readonly width: number;
    readonly description: string;
  };

/** What {@linkcode figure} puts together. */
export interface FigureParts<Options extends FigureOptions> {
  /** Title, where the caller has none. */
  readonly title: string;
  /** Width, where the caller has none. Default 720. */
  readonly width?: number;
  /** Draws the rows as SVG text. */
  readonly draw: (drawing: Drawing<Options>) => string;
  readonly caption: string;
  /** The rows of the table. */
  readonly rows: readonly object[];
  /** Which columns the table has, and how they are headed. Default: all. */
  readonly table?: TableOptions;
}

const DISPLAY: unique symbol = Symbol.for("Jupyter.display") as never;

/** Width of a drawing in pixels, where nobody says. */
export const WIDTH = 720;

/** Below this width, in pixels, drawings shorten their labels: the width of a telephone. */
export const NARROW = 480;

/**
 * Makes a figure of its parts: the caption is the description of the drawing, too.
 *
 * @returns A figure; its drawing throws a `RangeError` where the width is below 300 pixels.
 */
export function figure<Options extends FigureOptions>(
  parts: FigureParts<Options>,
  options: Options,
): Figure {
  const { caption, rows } = parts;
  const title = options.title ?? parts.title;
  const svg = (drawn: DrawnOptions = {}) => {
    const width = drawn.width ?? options.width ?? parts.width ?? WIDTH;
    if (!(width >= 300)) {
      throw new RangeError(
        `Drawing a figure: the width must be at least 300 pixels, got ${width}.`,
      );
    }
    const showTitle = drawn.showTitle ?? options.showTitle ?? true;
    return parts.draw({ ...options, title, showTitle, width, description: caption });
  };
  return {
    title,
    svg,
    caption,
    get table() {
      return table(rows, { caption: title, ...parts.table });
    },
    // Not as HTML, out of which viewers of notebooks strip drawings.
    [DISPLAY]: () => ({ "image/svg+xml": svg(), "text/plain": caption }),
  };
}
