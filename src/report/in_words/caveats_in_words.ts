import { addDays } from "../../frames/days.ts";
import { formatDate } from "../../words/dates.ts";
import { type Attempt, noResultInWords, resultOf } from "../../frames/attempt.ts";
import type { StagesRun } from "../../pipeline/stages.ts";

/** From this factor on a reader is told that customers and business were forecast differently. */
const FAR_APART = 1.5;

/** What a reader should know before acting on the results. */
export function caveatsInWords(run: StagesRun): string[] {
  const { shop, as_of: asOf, horizon_days: horizonDays } = run;
  const { first_date, last_date } = shop.audit;
  const sentences = leaksInWords(run);
  if (addDays(first_date, 730) > addDays(last_date, 1)) {
    sentences.push(
      `The file covers less than two years (${formatDate(first_date)} to ` +
        `${formatDate(last_date)}): with one season seen, what looks seasonal may be chance, and ` +
        `no forecast can foresee a yearly peak.`,
    );
  }
  if (addDays(last_date, horizonDays) < asOf) {
    sentences.push(
      `The last purchase is of ${formatDate(last_date)}, more than ${horizonDays} days before ` +
        `${formatDate(asOf)}: every customer looks lost.`,
    );
  }
  for (const { name, stability, stable } of resultOf(run.segmentation)?.segments ?? []) {
    if (stability !== null && stable === false) {
      sentences.push(
        `The segment "${name}" is unstable: resampling recovers only ` +
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
      `In the test period, expected spend came to ${
        Math.round(ratio * 100)
      } % of actual spend, and ` +
        `the 80 % intervals held ${
          Math.round(revenue.interval_coverage * 100)
        } % of the customers.`,
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
    leak_warnings.map((sentence) => `Possible leak (${task.replace("_", " ")}): ${sentence}`)
  );
}
