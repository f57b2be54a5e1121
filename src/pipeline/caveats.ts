import { addDays } from "../frames/days.ts";
import { resultOf } from "./attempt.ts";
import type { RunResult } from "./run_pipeline.ts";

/** A cluster below this bootstrap Jaccard similarity should not be trusted (Hennig 2007). */
const UNSTABLE = 0.6;

/** From this factor on a reader is told that customers and business were forecast differently. */
const FAR_APART = 1.5;

/**
 * What a reader should know before acting on the results.
 *
 * @param run What a run found out.
 * @returns One sentence each.
 */
export function caveats(run: RunResult): string[] {
  const { clean, asOf, horizonDays } = run;
  const { first_date, last_date } = clean.audit;
  const sentences: string[] = [];
  if (addDays(first_date, 730) > addDays(last_date, 1)) {
    sentences.push(
      `The file covers less than two years (${first_date} to ${last_date}): one season was seen, ` +
        `so what looks seasonal may be chance, and forecasts cannot foresee a yearly peak.`,
    );
  }
  if (addDays(last_date, horizonDays) < asOf) {
    sentences.push(
      `The last purchase is of ${last_date}, more than ${horizonDays} days before ${asOf}: ` +
        `every customer looks lost.`,
    );
  }
  for (const { name, stability } of resultOf(run.segmentation)?.segments ?? []) {
    if (stability !== null && stability < UNSTABLE) {
      sentences.push(
        `The segment "${name}" is unstable: resampled customers give back only ` +
          `${Math.round(stability * 100)} % of it.`,
      );
    }
  }
  sentences.push(
    ...Object.values(resultOf(run.predictions)?.problems ?? {}).map(({ reason }) => reason),
  );
  const revenue = resultOf(run.revenue);
  if (revenue) {
    const { total, actual_total } = revenue.origins[revenue.origins.length - 1];
    const ratio = total.expected / actual_total;
    sentences.push(
      `On the later period the revenue forecast came to ${Math.round(ratio * 100)} % of what ` +
        `customers really spent, and its 80 % intervals held ` +
        `${Math.round(revenue.interval_coverage * 100)} % of them.`,
    );
  }
  sentences.push(...(resultOf(run.lifetime)?.warnings ?? []));
  const business = resultOf(run.forecast);
  sentences.push(...(business?.forecast.warnings ?? []));
  const { factor = 1, sentence = "" } = business?.reconciliation ?? {};
  if (Math.max(factor, 1 / factor) > FAR_APART) {
    sentences.push(`Two forecasts disagree. ${sentence}`);
  }
  const { segmentation, migration, predictions, lifetime, forecast, offers } = run;
  for (
    const stage of [
      run.exploration,
      segmentation,
      migration,
      predictions,
      run.revenue,
      lifetime,
      forecast,
      offers,
    ]
  ) {
    if (!("result" in stage)) sentences.push(stage.reason);
  }
  return [...new Set(sentences)];
}
