import { type Attempt, noResultInWords } from "../../frames/attempt.ts";
import { formatNumber } from "../../words/numbers.ts";
import { formatDate } from "../../words/dates.ts";
import { segmentMigrationFigure } from "../../figures/segments/segment_migration.ts";
import { showFigure } from "../parts/show_figure.ts";
import { featureWords } from "../../words/feature_words.ts";
import { type Content, html, type Markup } from "../parts/html.ts";
import type { FollowedSegments } from "../../segmentation/follow_segments.ts";
import { formatMoneyShort } from "../../words/money.ts";
import { table } from "../parts/table.ts";

/**
 * Writes who moved between the segments: the flow, the matrix of customers and revenue, and how far
 * the features moved, with the advice on refitting.
 */
export function migration(attempt: Attempt<FollowedSegments>, currency?: string): Content {
  if (attempt.kind !== "result") {
    return html`<p class="missing">Who moved: ${noResultInWords(attempt)}</p>`;
  }
  const migration = attempt.result;
  const { from, to } = migration;
  const gone = migration.exits.customers.reduce((sum, count) => sum + count, 0);
  return [
    showFigure(segmentMigrationFigure(migration, {
      title: `Who moved, from ${formatDate(from)} to ${formatDate(to)}`,
    })),
    html`<div class="panel">${matrix(migration, currency)}
<p class="note">Both dates are labelled by the same model. Orders and spend accumulate, so customers can only rise
on them and fall on recency${gone > 0 ? "" : "; no customer drops out"}.</p></div>`,
    html`<div class="panel">${stability(migration)}
<p class="note">${migration.advice.because}</p></div>`,
  ];
}

function matrix(
  { segments, customers, revenue, entries, ...rest }: FollowedSegments,
  currency?: string,
): Markup {
  const cell = (count: number, spent: number) =>
    count > 0 ? `${formatNumber(count)} (${formatMoneyShort(spent, currency)})` : "–";
  return table(
    `Customers by segment on ${formatDate(rest.from)} (row) and ${
      formatDate(rest.to)
    } (column), with their total spend`,
    [{ label: "segment before", text: true }, ...segments.map((label) => ({ label }))],
    [
      ...segments.map((name, i) => ({
        cells: [name, ...segments.map((_, j) => cell(customers[i][j], revenue[i][j]))],
      })),
      {
        kind: "sum",
        cells: [
          "new customers",
          ...segments.map((_, j) => cell(entries.customers[j], entries.revenue[j])),
        ],
      },
    ],
  );
}

function stability({ population_stability, from, to }: FollowedSegments): Markup {
  return table(
    `Feature drift between ${formatDate(from)} and ${formatDate(to)}: population stability index`,
    [
      { label: "feature", text: true },
      { label: "index" },
      { label: "by chance up to" },
      { label: "reading", text: true },
    ],
    population_stability.map(({ feature, psi, by_chance, reading }) => ({
      cells: [
        featureWords(feature).label,
        formatNumber(psi, 3),
        formatNumber(by_chance, 3),
        reading,
      ],
    })),
  );
}
