import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { segmentColours } from "../../figures/drawing/palette.ts";
import { html, type Markup } from "./html.ts";
import type { SegmentProfile } from "../../segmentation/naming/segment_profiles.ts";

/** A segment as far as it is shown: what was not measured may be missing. */
export type ShownSegment =
  & Pick<SegmentProfile, "name" | "customers" | "share_of_customers" | "share_of_revenue">
  & Partial<Pick<SegmentProfile, "description" | "action">>;

/**
 * Writes one card per segment: its shares of customers and revenue, who they are and what to do.
 *
 * @returns Cards in the colours of the charts; a sentence where there are no segments.
 */
export function segmentCards(segments: readonly ShownSegment[]): Markup {
  if (segments.length === 0) {
    return html`<p class="missing">There is not enough data to form segments.</p>`;
  }
  const colours = segmentColours(segments.map((segment) => segment.name));
  return html`<div class="segments">${
    segments.map((segment) => {
      const colour = colours.get(segment.name);
      return html`<div class="segment" style="--colour:${colour}"><h3>${segment.name}</h3>
<dl class="share"><dt>${formatNumber(segment.customers)} customers</dt>${
        bar(segment.share_of_customers, colour, 0.4)
      }<dt>revenue</dt>${bar(segment.share_of_revenue, colour, 1)}</dl>
${segment.description && html`<p>${segment.description}</p>`}
${segment.action && html`<p><strong>What to do:</strong> ${segment.action}</p>`}</div>`;
    })
  }</div>`;
}

/** A share in figures, with a bar of that length; the bar says nothing that the figures do not. */
function bar(share: number, colour: string | undefined, opacity: number): Markup {
  const length = Number.isFinite(share)
    ? Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10
    : 0;
  return html`<dd>${
    formatPercent(share, 1)
  }<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="6" fill="#e9edf0"/><rect width="${length}" height="6" fill="${colour}" fill-opacity="${opacity}"/></svg></dd>`;
}
