import { resultOf } from "../../frames/attempt.ts";
import { segmentEvidence as evidenceOf } from "../../segmentation/segment_evidence.ts";
import { principalComponentsFigure } from "../../figures/segments/principal_components.ts";
import { silhouettePlotFigure } from "../../figures/segments/silhouette_plot.ts";
import { snakePlotFigure } from "../../figures/segments/snake_plot.ts";
import { showFigure } from "../parts/show_figure.ts";
import { html, type Markup } from "../parts/html.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { section } from "../parts/section.ts";

/**
 * Writes how real the segments are: how clearly customers belong to theirs, where
 * they lie on a map, and in what the segments differ.
 *
 * @param run What a run found out.
 * @returns A section with three charts; a sentence where there are no segments.
 */
export function segmentEvidence({ segmentation, customers, seed }: RunResult): Markup {
  const found = resultOf(segmentation);
  const evidence = found && evidenceOf(customers, found, seed);
  return section(
    "evidence",
    "How real the segments are",
    "A clustering always finds groups; these figures show how far to trust them.",
    evidence
      ? [
        showFigure(silhouettePlotFigure(evidence.silhouettes)),
        showFigure(principalComponentsFigure(evidence.components)),
        showFigure(snakePlotFigure(evidence.snake)),
      ]
      : html`<p class="missing">There is not enough data to examine segments.</p>`,
  );
}
