import { shorten } from "../../words/sentences.ts";
import { formatShort } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import { NARROW } from "../drawing/figure.ts";
import { INK } from "../drawing/palette.ts";
import { labelMargin } from "../drawing/svg_text.ts";

/** What every row of a chart by product has. */
export interface NamedProduct {
  /** Id of the product, unique. */
  readonly product_id: string;
  /** Its description. */
  readonly description: string;
}

/** What a chart by product shows. */
export interface ProductRows {
  /** Name of the horizontal axis, with its unit. */
  readonly axis: string;
  /** Width of the drawing in pixels. */
  readonly width: number;
  /** Room for what stands at the end of the bars, in pixels. */
  readonly marginRight: number;
  /** The bars and their labels, placed by `product_id`. */
  readonly marks: readonly Plot.Markish[];
}

/**
 * Lays out a chart with one row per product, for `renderPlot`.
 *
 * Two products may share a description: rows are placed by id, and named by description.
 */
export function productRows(
  products: readonly NamedProduct[],
  { axis, width, marginRight, marks }: ProductRows,
): Plot.PlotOptions {
  const narrow = width < NARROW;
  const names = new Map(products.map((row) => [
    row.product_id,
    shorten(row.description || row.product_id, narrow ? 17 : 32),
  ]));
  return {
    height: 50 + products.length * 24,
    marginLeft: labelMargin([...names.values()]),
    marginRight,
    marginTop: 4,
    marginBottom: 40,
    x: {
      label: axis,
      labelArrow: "none",
      grid: true,
      ticks: narrow ? 2 : 4,
      tickFormat: formatShort,
    },
    y: { domain: products.map((row) => row.product_id), label: null, padding: 0.25 },
    marks: [
      Plot.axisY({ tickFormat: (id: string) => names.get(id) ?? id, tickSize: 0, label: null }),
      ...marks,
      Plot.ruleX([0], { stroke: INK.reference }),
    ],
  };
}
