import { formatPercent } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import { INK } from "../drawing/palette.ts";

/**
 * The plot of one share against another, both from none to all, with its diagonal: what ROC,
 * calibration and gains have in common.
 *
 * @param labels What the shares are of: `x` below the axis, `y` above it, arrows included.
 */
export function shareSquare(
  width: number,
  labels: { readonly x: string; readonly y: string },
  marks: readonly Plot.Markish[],
): Plot.PlotOptions {
  const axis = {
    domain: [0, 1],
    labelArrow: "none",
    tickFormat: (share: number) => formatPercent(share),
    ticks: 5,
    grid: true,
  } as const;
  return {
    width,
    height: Math.round(width * 0.78),
    marginLeft: 56,
    marginRight: 20,
    marginTop: 30,
    marginBottom: 44,
    x: { ...axis, label: labels.x },
    y: { ...axis, label: labels.y },
    marks: [
      Plot.line([[0, 0], [1, 1]], { stroke: INK.reference, strokeDasharray: "4 4" }),
      ...marks,
    ],
  };
}
