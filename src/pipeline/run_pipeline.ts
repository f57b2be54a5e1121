import type { DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../frames/errors.ts";
import { noCustomers } from "./no_customers.ts";
import { unmeasuredChances, withUnmeasured } from "./unmeasured_chances.ts";
import { type Attempt, attempted, resultOf, resultOrReason } from "../frames/attempt.ts";
import {
  type ContactAssumptions,
  contactAssumptions,
} from "../prediction/targeting/contact_assumptions.ts";
import { type Metrics, metricsJson } from "./metrics_json.ts";
import { type OpenOptions, openShop, type Shop } from "./open_shop.ts";
import { createProgress, type ProgressOutput, SILENT } from "./progress.ts";
import { currencySign } from "../words/money.ts";
import {
  type StageAttempts,
  type StageName,
  type StageResults,
  STAGES,
  type StageSetting,
  type StagesRun,
} from "./stages.ts";

/** Options of {@linkcode runPipeline}. */
export interface RunOptions
  extends OpenOptions, ContactAssumptions, Pick<StageSetting, "segments" | "highSpend"> {
  /** How far predictions look ahead, in days. */
  readonly horizonDays?: number;
  /** What is done about extreme values before segmenting; default "log1p". */
  readonly treatment?: StageSetting["treatment"];
  /** Is told how the files were read, before the stages that take time. */
  readonly onOpen?: (shop: Shop) => void;
  /** Where progress is told. */
  readonly progress?: ProgressOutput;
}

/** Everything that one run finds out. */
export interface RunResult extends StagesRun {
  /** How every model did. */
  readonly metrics: Attempt<Metrics>;
}

/**
 * Runs every stage in order: read, clean, and those of {@linkcode STAGES}.
 *
 * A stage that has too little data, or a fault, says so in its place and the others go on; only
 * reading, cleaning and the table of customers, on which all of them stand, end the run. Nothing is
 * written; see {@linkcode runArtifacts}.
 *
 * @param paths Files of transaction lines; without any, demo transactions are synthesized.
 * @param options See {@linkcode RunOptions}.
 * @returns All results as dataframes and plain objects.
 * @throws {InputError} If a file cannot be used; the message is one sentence.
 */
export function runPipeline(paths: readonly string[], options: RunOptions = {}): RunResult {
  const { horizonDays = 91, seed = 42, segments, treatment, highSpend } = options;
  const assumed = contactAssumptions(options);
  const progress = createProgress(2 + STAGES.length, options.progress ?? SILENT);
  const shop = openShop(paths, { ...options, seed }, progress);
  const currency = shop.currency === undefined ? undefined : currencySign(shop.currency);
  options.onOpen?.(shop);
  const setting = {
    ...{ shop, horizonDays, seed, segments, treatment, highSpend, currency },
    ...assumed,
  };

  const hasCustomers = !shop.lacks.includes("customer");
  const skipped = hasCustomers ? "skipped, not enough data" : "skipped, no customers";
  const attempts: Partial<Record<StageName, Attempt<unknown>>> = {};
  const done: Partial<Record<StageName, unknown>> = {};
  for (const { name, title, needs, rows, work, describe } of STAGES) {
    const attempt = progress.stage(
      title,
      rowsOf(shop, done.customers as DataFrame)[rows],
      (): Attempt<StageResults[StageName]> => {
        const run = () => {
          if (name === "customers" && !hasCustomers) return noCustomers();
          if (!hasCustomers && !WITHOUT_CUSTOMERS.includes(name)) {
            throw new NotEnoughDataError("the file names no customers.");
          }
          for (const needed of needs) resultOrReason(attempts[needed]!);
          return work(setting, done as Partial<StageResults>);
        };
        return name === "customers" ? { kind: "result", result: run() } : attempted(run, title);
      },
      (outcome) =>
        outcome.kind === "result"
          ? describe(outcome.result, setting)
          : { rows: 0, words: outcome.kind === "failed" ? "failed" : skipped },
    );
    attempts[name] = attempt;
    done[name] = resultOf(attempt);
  }
  const found = attempts as StageAttempts;
  const unmeasured = resultOf(found.predictions)?.tasks.churn === undefined
    ? unmeasuredChances(shop, done.customers as DataFrame, horizonDays)
    : undefined;
  const run: StagesRun = {
    ...found,
    predictions: withUnmeasured(found.predictions, unmeasured),
    unmeasured,
    customers: done.customers as DataFrame,
    shop,
    as_of: shop.as_of,
    horizon_days: horizonDays,
    seed,
    currency,
    stages: progress.stages,
  };
  return { ...run, metrics: attempted(() => metricsJson(run), "Collecting the metrics") };
}

/** Stages that have an answer for a shop without customers. */
const WITHOUT_CUSTOMERS: readonly StageName[] = ["exploration", "offers"];

function rowsOf({ sales, audit }: Shop, customers?: DataFrame) {
  return { sales: sales.height, purchases: audit.rows_kept, customers: customers?.height ?? 0 };
}
