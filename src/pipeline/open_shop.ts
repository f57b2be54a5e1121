import { formatDate } from "../words/dates.ts";
import { formatNumber } from "../words/numbers.ts";
import { basename } from "node:path";
import type { DataFrame } from "nodejs-polars";
import { rememberFeatures } from "../customers/features/remember_features.ts";
import { asOfDate } from "../transactions/cleaning/as_of_date.ts";
import {
  type CleanOptions,
  type CleanTransactions,
  cleanTransactions,
} from "../transactions/cleaning/clean_transactions.ts";
import {
  type RawTransactions,
  type ReadOptions,
  readTransactions,
} from "../transactions/reading/read_transactions.ts";
import { type DemoFile, type DemoTransactions, demoTransactions } from "./demo_transactions.ts";
import { createProgress, type Progress } from "./progress.ts";

/** Options of {@linkcode openShop}. */
export interface OpenOptions extends ReadOptions, CleanOptions {
  /** Seeds the demo transactions; default 42. */
  readonly seed?: number;
}

/** Clean transactions of a shop, ready for every question. */
export interface Shop extends CleanTransactions, RawTransactions {
  /** Where no file was given: the demo transactions as CSV, and the truth behind them. */
  readonly demo?: DemoFile;
  /** ISO date before which lines are used: the one that was asked for, or the day after the last line. */
  readonly as_of: string;
  /** Which files, and before which date: "purchases before 2011-12-10 in shop.csv". */
  readonly source: string;
  /** Features of the customers of a date, see `customerFeatures`; computed once for each date. */
  readonly featuresAt: (asOf: string) => DataFrame;
}

/**
 * Opens a shop: reads its files, or synthesizes the demo shop, and cleans the lines.
 *
 * @param paths Files of transaction lines; without any, demo transactions are synthesized.
 * @param options How the files are meant, and as of when.
 * @param progress Where both steps are told; default nowhere.
 * @returns The lines as they came and cleaned, the date of the snapshot, and features by date.
 * @throws {InputError} If a file cannot be used; the message is one sentence.
 *
 * @example
 * ```ts
 * import { openShop } from "./open_shop.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { as_of, audit, source, featuresAt } = openShop([], { asOf: "2024-07-01" });
 * assertEquals(source, "purchases before 1 Jul 2024 in the demo transactions");
 * assertEquals(featuresAt(as_of).height, audit.customers);
 * ```
 */
export function openShop(
  paths: readonly string[] = [],
  options: OpenOptions = {},
  progress: Progress = createProgress(2),
): Shop {
  const isDemo = paths.length === 0;
  const raw = progress.stage(
    isDemo ? "Synthesize" : "Read",
    0,
    (): RawTransactions & Partial<DemoTransactions> =>
      isDemo ? demoTransactions(options.seed) : readTransactions(paths, options),
    ({ lines, inputs }) => ({
      rows: lines.height,
      words: `${formatNumber(lines.height)} lines from ${
        inputs.map(({ path }) => basename(path)).join(", ")
      }`,
    }),
  );
  const clean = progress.stage(
    "Check and clean",
    raw.lines.height,
    () => cleanTransactions(raw.lines, options),
    ({ audit }) => ({
      rows: audit.rows_kept,
      words: `${formatNumber(audit.rows_kept)} kept, ${
        formatNumber(audit.rows_read - audit.rows_kept)
      } rejected`,
    }),
  );
  const as_of = asOfDate(clean.audit.last_line_date, options.asOf);
  const files = isDemo
    ? "the demo transactions"
    : raw.inputs.map(({ path }) => basename(path)).join(", ");
  return {
    ...raw,
    ...clean,
    as_of,
    source: `purchases before ${formatDate(as_of)} in ${files}`,
    featuresAt: rememberFeatures(clean),
  };
}
