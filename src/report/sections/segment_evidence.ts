import { principalComponentsFigure } from "../../figures/segments/principal_components.ts";
import { silhouettePlotFigure } from "../../figures/segments/silhouette_plot.ts";
import { snakePlotFigure } from "../../figures/segments/snake_plot.ts";
import { showFigure } from "../show_figure.ts";
import { html, type Markup } from "../html.ts";
import type { ReportInput } from "../report_input.ts";
import { section } from "../section.ts";

/**
 * Writes how real the segments are: how clearly customers belong to theirs, where
 * they lie on a map, and in what the segments differ.
 *
 * @param input Everything that the report shows.
 * @returns A section with three charts; a sentence where there are no segments.
 *
 * @example
 * ```ts
 * import { emptyReportInput } from "../empty_report_input.ts";
 * import { segmentEvidence } from "./segment_evidence.ts";
 * import { assert } from "@std/assert";
 *
 * const { markup } = segmentEvidence(emptyReportInput("A shop", "2011-12-10"));
 * assert(markup.includes("not enough data"));
 * ```
 */
export function segmentEvidence({ segmentEvidence: evidence }: ReportInput): Markup {
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
