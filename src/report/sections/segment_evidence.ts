import { componentsMapChart } from "../../figures/segments/components_map_chart.ts";
import { silhouetteBladesChart } from "../../figures/segments/silhouette_blades_chart.ts";
import { snakePlotChart } from "../../figures/segments/snake_plot_chart.ts";
import { html, type Markup } from "../html.ts";
import { picture } from "../picture.ts";
import { readComponentsMap } from "../read_components_map.ts";
import { readSilhouetteBlades } from "../read_silhouette_blades.ts";
import { readSnakePlot } from "../read_snake_plot.ts";
import type { ReportInput } from "../report_input.ts";
import { section } from "../section.ts";

/**
 * Writes what speaks for and against the segments: how clearly customers belong to theirs, where
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
    "A clustering always finds groups; these pictures show how far to trust them.",
    evidence
      ? [
        picture(
          "How clearly the customers belong to their segments",
          (options) => silhouetteBladesChart(evidence.silhouettes, options),
          readSilhouetteBlades(evidence.silhouettes),
        ),
        picture(
          "The customers on a map of their two main differences",
          (options) => componentsMapChart(evidence.components, options),
          readComponentsMap(evidence.components),
        ),
        picture(
          "In what the segments differ",
          (options) => snakePlotChart(evidence.snake, options),
          readSnakePlot(evidence.snake),
        ),
      ]
      : html`<p class="missing">There is not enough data to examine segments.</p>`,
  );
}
