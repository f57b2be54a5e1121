import type { MeanAndSd } from "../../backtest/over_origins.ts";
import { formatDate } from "../../words/dates.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { Markup } from "./html.ts";
import { modelName } from "./model_name.ts";
import type { OriginScores, OverOrigins } from "../../prediction/selection/over_origins.ts";
import { table } from "./table.ts";

/**
 * Writes how the models of a task did over several test dates, each fitted and chosen anew.
 *
 * @returns A table of means and standard deviations; nothing where there was a single date.
 */
export function originsTable({ origins = [], over_origins = [] }: {
  readonly origins?: readonly Pick<OriginScores, "tested_as_of">[];
  readonly over_origins?: readonly Omit<OverOrigins, "engine">[];
}): Markup | null {
  const several = over_origins.filter((row) => row.origins > 1);
  if (several.length === 0) return null;
  const dates = origins.map(({ tested_as_of }) => formatDate(tested_as_of));
  return table(
    `Mean ± standard deviation over ${dates.length} test dates: ${dates.join(", ")}`,
    [{ label: "model", text: true }, { label: "ROC AUC" }, { label: "Brier score" }],
    several.toSorted((a, b) => Number(b.roc_auc.mean) - Number(a.roc_auc.mean)).map((row) => ({
      kind: row.baseline ? "baseline" : undefined,
      cells: [modelName(row), withSd(row.roc_auc), withSd(row.brier)],
    })),
  );
}

function withSd({ mean, sd }: MeanAndSd) {
  return `${formatNumber(mean, 3)} ± ${formatNumber(sd, 3)}`;
}
