import type { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { renderReport } from "../report/render_report.ts";
import { resultOf } from "./attempt.ts";
import { csvBytes } from "./csv_bytes.ts";
import { customerTable } from "./customer_table.ts";
import { metricsJson } from "./metrics_json.ts";
import {
  type ArtifactFiles,
  DEMO_FILE,
  listArtifacts,
  MANIFEST,
  MANIFEST_KIND,
} from "./output/artifact_files.ts";
import { reportInput } from "./report_input.ts";
import type { RunResult } from "./run_pipeline.ts";
import { versions } from "./versions.ts";

/**
 * Turns the results of a run into the files that it leaves behind.
 *
 * Apart from `manifest.json`, which holds timings, the same input, seed and version give the same
 * bytes.
 *
 * @param run What a run found out.
 * @returns File name inside the output folder to content, `manifest.json` among them.
 */
export function runArtifacts(run: RunResult): ArtifactFiles {
  const customers = customerTable(run);
  const metrics = metricsJson(run);
  const files = new Map<string, Uint8Array>([
    ["audit.json", json(run.clean.audit)],
    ["rejected.csv", csvBytes(run.clean.rejected)],
    ["customers.parquet", parquet(customers)],
    ["customers.csv", csvBytes(customers)],
    ["segments.json", json(segmentsJson(run))],
    ["metrics.json", json(metrics)],
    ["report.html", text(renderReport(reportInput(run, metrics)))],
  ]);
  if (run.demoCsv !== undefined) files.set(DEMO_FILE, text(run.demoCsv));
  const offers = resultOf(run.offers);
  if (offers) {
    files.set("similar_products.parquet", parquet(offers.similar));
    files.set("recommendations.parquet", parquet(offers.recommendations));
  }
  const business = resultOf(run.forecast);
  if (business) files.set("revenue_forecast.csv", csvBytes(pl.DataFrame(business.forecast.months)));
  for (const [name, model] of Object.entries(models(run))) {
    if (model) files.set(`models/${name}.json`, json(model, 0));
  }
  files.set(MANIFEST, json(manifest(run, files)));
  return files;
}

function manifest(run: RunResult, files: ArtifactFiles) {
  const { inputs, asOf, horizonDays, seed, stages } = run;
  return {
    ...MANIFEST_KIND,
    inputs,
    as_of: asOf,
    horizon_days: horizonDays,
    seed,
    versions: versions(),
    stages: stages.map((stage) => ({ ...stage, seconds: Number(stage.seconds.toFixed(3)) })),
    artifacts: listArtifacts(files),
  };
}

function segmentsJson({ segmentation, migration }: RunResult) {
  if (!("result" in segmentation)) {
    return { kind: "not_enough_data", reason: segmentation.notEnoughData };
  }
  const { features, k, because, verdicts, selection, segments, secondOpinion } =
    segmentation.result;
  return {
    features,
    k,
    because,
    verdicts,
    selection,
    segments,
    second_opinion: secondOpinion,
    migration: "result" in migration
      ? migration.result
      : { kind: "not_enough_data", reason: migration.notEnoughData },
  };
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
