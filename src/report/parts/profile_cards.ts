import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { segmentColours } from "../../figures/drawing/palette.ts";
import { html, type Markup } from "./html.ts";
import type { SegmentProfile } from "../../segmentation/naming/segment_profiles.ts";

/** A segment as far as its profile is shown: what was not measured may be missing. */
type ShownProfile =
  & Pick<SegmentProfile, "name" | "customers" | "share_of_revenue">
  & Partial<Pick<SegmentProfile, "action" | "season" | "stable">>
  & {
    readonly traits?: readonly Pick<SegmentProfile["traits"][number], "words">[];
    readonly rfm_segments?: SegmentProfile["rfm_segments"];
  };

/** Traits and RFM segments named at most; the rest is in the tables. */
const MOST_TRAITS = 5, MOST_RFM = 3;

/**
 * Writes one profile card per segment: what sets it apart, the strongest effect first, the RFM
 * segments inside, whether it has a season, how stable it is, and what to do.
 *
 * @param segments Segments in the order of the cards; what was not measured is left out.
 * @returns Cards in the colours of the charts; nothing where there are no segments.
 */
export function profileCards(segments: readonly ShownProfile[]): Markup {
  if (segments.length === 0) return html``;
  const colours = segmentColours(segments.map((segment) => segment.name));
  return html`<h3>What sets each segment apart from the typical customer</h3>
<div class="segments">${
    segments.map((segment) =>
      html`<div class="segment" style="--colour:${colours.get(segment.name)}">
<h3>${segment.name}${
        segment.stable === false && html`
          <span class="tag">unstable</span>
        `
      }</h3>
<p>${formatNumber(segment.customers)} customers, ${
        formatPercent(segment.share_of_revenue, 1)
      } of revenue</p>
${traits(segment)}
${inside(segment)}
${segment.season && html`<p>${segment.season.words}</p>`}
${segment.action && html`<p><strong>What to do:</strong> ${segment.action}</p>`}</div>`
    )
  }</div>`;
}

function traits({ traits = [] }: ShownProfile): Markup | false {
  return traits.length > 0 &&
    html`<ul class="traits">${
      traits.slice(0, MOST_TRAITS).map(({ words }) => html`<li>${words}</li>`)
    }</ul>`;
}

function inside({ rfm_segments = [] }: ShownProfile): Markup | false {
  const named = rfm_segments.slice(0, MOST_RFM)
    .map(({ segment, share }) => `${segment} ${formatPercent(share, 0)}`);
  return named.length > 0 && html`<p><strong>RFM segments:</strong> ${named.join(", ")}</p>`;
}
