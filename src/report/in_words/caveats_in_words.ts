import { addDays } from "../../frames/days.ts";
import { type Attempt, noResultInWords, resultOf } from "../../frames/attempt.ts";
import type { StagesRun } from "../../pipeline/stages.ts";

/** From this factor on a reader is told that customers and business were forecast differently. */
const FAR_APART = 1.5;

/**
 * What a reader should know before acting on the results.
 *
 * @returns One sentence each.
 */
export function caveatsInWords(run: StagesRun): string[] {
  const { shop, as_of: asOf, horizon_days: horizonDays } = run;
  const { first_date, last_date } = shop.audit;
  const sentences = leaksInWords(run);
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
  for (const { name, stability, stable } of resultOf(run.segmentation)?.segments ?? []) {
    if (stability !== null && stable === false) {
      sentences.push(
        `The segment "${name}" is unstable: resampled customers give back only ` +
          `${Math.round(stability * 100)} % of it.`,
      );
    }
  }
  sentences.push(
    ...Object.values(resultOf(run.predictions)?.problems ?? {}).map(noResultInWords),
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
  for (const attempt of attemptsOf(run)) {
    if (attempt.kind !== "result") sentences.push(noResultInWords(attempt));
  }
  return [...new Set(sentences)];
}

/** In the order of the stages. */
function attemptsOf(run: StagesRun): Attempt<unknown>[] {
  const { exploration, segmentation, migration, predictions, decision, revenue } = run;
  const { held_out, lifetime, forecast, offers } = run;
  return [
    ...[exploration, segmentation, migration, predictions, decision, revenue],
    ...[held_out, lifetime, forecast, offers],
  ];
}

/** Features too good to be true stand first. */
function leaksInWords({ predictions }: StagesRun): string[] {
  return Object.entries(resultOf(predictions)?.tasks ?? {}).flatMap(([task, { leak_warnings }]) =>
    leak_warnings.map(({ sentence }) => `Possible leak (${task.replace("_", " ")}): ${sentence}`)
  );
}
