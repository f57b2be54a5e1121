import type { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { renderReport } from "../report/render_report.ts";
import { pathWithin } from "../transactions/reading/input_names.ts";
import type { TransactionInput } from "../transactions/reading/read_transactions.ts";
import { attempted, describedAttempt, resultOf, resultOrReason } from "../frames/attempt.ts";
import { csvBytes } from "./csv_bytes.ts";
import { customerTable } from "./customer_table.ts";
import { failuresOf } from "./failures_of.ts";
import {
  type ArtifactFiles,
  DEMO_FILE,
  listArtifacts,
  MANIFEST,
  MANIFEST_KIND,
} from "./output/artifact_files.ts";
import type { RunResult } from "./run_pipeline.ts";
import { versions } from "./versions.ts";

/**
 * Turns the results of a run into the files that it leaves behind.
 *
 * Apart from `manifest.json`, which holds timings, the same input, seed and version give the same
 * bytes. A file that cannot be made is left out, and the manifest says why.
 *
 * @param run What a run found out.
 * @param onFailure Is told one sentence for each stage that failed and each file that is left out.
 * @returns File name inside the output folder to content, `manifest.json` among them.
 */
export function runArtifacts(
  run: RunResult,
  onFailure: (sentence: string) => void = () => {},
): ArtifactFiles {
  const files = new Map<string, Uint8Array>();
  const failures = failuresOf(run);
  const add = (name: string, content: () => Uint8Array) => {
    const made = attempted(content, `Writing ${name}`);
    if (made.kind === "result") files.set(name, made.result);
    else if (!failures.includes(made.reason)) failures.push(made.reason);
  };
  const customers = attempted(() => customerTable(run), "The table of customers");

  add("audit.json", () => json(run.shop.audit));
  add("rejected.csv", () => csvBytes(run.shop.rejected));
  add("customers.parquet", () => parquet(resultOrReason(customers)));
  add("customers.csv", () => csvBytes(resultOrReason(customers)));
  add("segments.json", () => json(segmentsJson(run)));
  add("metrics.json", () => json(resultOrReason(run.metrics)));
  add("report.html", () => text(renderReport(run)));
  const { demo } = run.shop;
  if (demo) add(DEMO_FILE, () => text(demo.csv));
  const offers = resultOf(run.offers);
  if (offers) {
    add("similar_products.parquet", () => parquet(offers.similar));
    add("recommendations.parquet", () => parquet(offers.recommendations));
  }
  const business = resultOf(run.forecast);
  if (business) {
    add("revenue_forecast.csv", () => csvBytes(pl.DataFrame(business.forecast.months)));
  }
  for (const [name, model] of Object.entries(models(run))) {
    if (model) add(`models/${name}.json`, () => json(model, 0));
  }
  files.set(MANIFEST, json(manifest(run, files, failures)));
  failures.forEach(onFailure);
  return files;
}

function manifest(run: RunResult, files: ArtifactFiles, failures: readonly string[]) {
  const { shop, as_of, horizon_days, seed, stages } = run;
  return {
    ...MANIFEST_KIND,
    inputs: shop.inputs.map((input) => ({ ...listed(input), columns: columnsOf(shop, input) })),
    notes: shop.notes,
    as_of,
    horizon_days,
    seed,
    versions: versions(),
    stages: stages.map((stage) => ({ ...stage, seconds: Number(stage.seconds.toFixed(3)) })),
    failures,
    artifacts: listArtifacts(files),
  };
}

/** What the columns of a file were taken for. */
function columnsOf({ columns }: RunResult["shop"], { name }: TransactionInput) {
  return columns.filter(({ input }) => input === name || input.startsWith(`${name} (`));
}

/** A file by the place where it lies from here, or by its name: no other machine has its folders. */
function listed({ path, name, skipped, ...file }: TransactionInput) {
  const here = pathWithin(path) ?? name;
  const withoutFolders = skipped?.map(({ sheet, reason }) => ({
    sheet,
    reason: reason.replaceAll(path, here),
  }));
  return { path: here, ...file, ...(withoutFolders && { skipped: withoutFolders }) };
}

function segmentsJson({ segmentation, migration }: RunResult) {
  return describedAttempt(
    segmentation,
    ({ features, k, because, verdicts, selection, segments, second_opinion }) => ({
      features,
      k,
      because,
      verdicts,
      selection,
      segments,
      second_opinion,
      migration: describedAttempt(migration),
    }),
  );
}

function models(run: RunResult): Record<string, unknown> {
  const predictions = resultOf(run.predictions);
  const lifetime = resultOf(run.lifetime);
  return {
    segmentation: resultOf(run.segmentation)?.model,
    churn: predictions?.tasks.churn?.model,
    high_spend: predictions?.tasks.high_spend?.model,
    revenue: resultOf(run.revenue)?.model,
    purchases: lifetime?.purchases.chosen,
    gamma_gamma: lifetime?.gammaGamma,
  };
}

function json(value: unknown, indent = 2): Uint8Array {
  return text(`${JSON.stringify(value, null, indent)}\n`);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function parquet(frame: DataFrame): Uint8Array {
  return new Uint8Array(frame.writeParquet() as Buffer);
}
