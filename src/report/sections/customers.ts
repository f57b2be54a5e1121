import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { noResultInWords, resultOf } from "../../frames/attempt.ts";
import { type RfmSegmentRow, rfmSegmentTable } from "../../customers/rfm/rfm_segment_table.ts";
import type { SegmentProfile } from "../../segmentation/naming/segment_profiles.ts";
import type { Segmentation } from "../../segmentation/segment_customers.ts";
import { segmentProfilesFigure } from "../../figures/segments/segment_profiles.ts";
import { segmentSizesFigure } from "../../figures/segments/segment_sizes.ts";
import { selectionFigure } from "../../figures/segments/selection.ts";
import { showFigure } from "../parts/show_figure.ts";
import { featureWords } from "../../words/feature_words.ts";
import { segmentColours } from "../../figures/drawing/palette.ts";
import { html, type Markup } from "../parts/html.ts";
import { migration } from "./migration.ts";
import { profileCards } from "../parts/profile_cards.ts";
import { rfmInWords } from "../in_words/rfm_in_words.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { section } from "../parts/section.ts";
import { formatMoney } from "../../words/money.ts";
import { table } from "../parts/table.ts";

/**
 * Writes who the customers are: how many segments and why, their sizes and profiles, who moved
 * between them, and the named RFM segments beside them.
 */
export function customers(run: RunResult): Markup {
  const { currency, segmentation } = run;
  const { selection = [], k, because, segments = [] }: Partial<Segmentation> =
    resultOf(segmentation) ?? {};
  const note = segmentation.kind === "result" ? because : noResultInWords(segmentation);
  const rfm = rfmSegmentTable(run.customers);
  return section(
    "customers",
    "Who the customers are",
    "Customers who behave alike form a segment; recency, frequency and spend tell them apart.",
    [
      showFigure(selectionFigure(selection, k ?? null), { note }),
      showFigure(segmentSizesFigure(segments)),
      showFigure(segmentProfilesFigure(segments, { currency })),
      profileCards(segments),
      html`<div class="panel">${segmentTable(segments, currency)}</div>`,
      segmentation.kind === "result" && migration(run.migration, currency),
      html`<div class="panel">${rfmTable(rfm, currency)}
<p class="note">${rfmInWords(rfm)}</p></div>`,
    ],
  );
}

function segmentTable(segments: readonly SegmentProfile[], currency?: string): Markup {
  const features = [...new Set(segments.flatMap((segment) => Object.keys(segment.medians)))];
  const colours = segmentColours(segments.map((segment) => segment.name));
  const median = (feature: string, value: number | undefined) =>
    typeof value === "number" && Number.isFinite(value)
      ? writeMedian(feature, value, currency)
      : "–";
  return table(
    "Segments, with the median of each feature",
    [
      { label: "segment", text: true },
      { label: "customers" },
      { label: "share of customers" },
      { label: "share of revenue" },
      ...features.map((feature) => ({ label: featureWords(feature).label })),
      { label: "stability (up to 1)" },
    ],
    segments.map((segment) => ({
      cells: [
        html`
          <svg class="dot" viewBox="0 0 10 10" aria-hidden="true">
            <circle cx="5" cy="5" r="5" fill="${colours.get(segment.name)}" />
          </svg>${segment.name}
        `,
        formatNumber(segment.customers),
        formatPercent(segment.share_of_customers, 1),
        formatPercent(segment.share_of_revenue, 1),
        ...features.map((feature) => median(feature, segment.medians[feature])),
        formatNumber(segment.stability, 2),
      ],
    })),
  );
}

/** A median in its unit; money in full, because a table has room for it. */
function writeMedian(feature: string, value: number, currency?: string): string {
  const { isMoney, format } = featureWords(feature);
  return isMoney ? formatMoney(value, currency) : format(value);
}

function rfmTable(rows: readonly RfmSegmentRow[], currency?: string): Markup {
  const has = (field: "recency_days" | "frequency" | "monetary_value") =>
    rows.some((row) => Number.isFinite(row[field]));
  const medians = (["recency_days", "frequency", "monetary_value"] as const).filter(has);
  return table(
    "Named RFM segments, by rules on recency, frequency and spend" +
      (medians.length ? ", with medians" : ""),
    [
      { label: "segment", text: true },
      { label: "customers" },
      { label: "share of customers" },
      { label: "revenue" },
      { label: "share of revenue" },
      ...medians.map((field) => ({ label: featureWords(field).label })),
    ],
    rows.map((row) => ({
      cells: [
        row.segment,
        formatNumber(row.customers),
        formatPercent(row.share_of_customers, 1),
        formatMoney(row.revenue, currency),
        formatPercent(row.share_of_revenue, 1),
        ...medians.map((field) => {
          const value = row[field];
          return typeof value === "number" ? writeMedian(field, value, currency) : "–";
        }),
      ],
    })),
  );
}
