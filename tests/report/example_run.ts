import { resultOrReason } from "../../src/frames/attempt.ts";
import { segmentEvidence } from "../../src/segmentation/segment_evidence.ts";
import { runPipeline, type RunResult } from "../../src/pipeline/run_pipeline.ts";
import { transactionsToCsv } from "../../src/transactions/synthesis/csv.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";

/** What a run of a file named `shop.csv` finds out. */
function runOf(csv: string): RunResult {
  const path = `${Deno.makeTempDirSync()}/shop.csv`;
  Deno.writeTextFileSync(path, csv);
  return runPipeline([path]);
}

let example: RunResult | undefined;

/** A run of a small synthetic shop in which every stage has a result. */
export function exampleRun(): RunResult {
  const shop = () => synthesizeTransactions({ customers: 150, days: 400, seed: 7 });
  return example ??= runOf(transactionsToCsv(shop().lines));
}

const TOO_SMALL = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
1,A,LAMP,2,2024-05-01 09:00:00,1.5,7,France
2,V,VASE,1,2024-05-02 10:00:00,4,8,Spain
`;

let small: RunResult | undefined;

/** A run of a shop of two orders, which is too small for every stage but the exploration. */
export function smallRun(): RunResult {
  return small ??= runOf(TOO_SMALL);
}

/** Of a stage that could not do its work. */
export const NOT_ENOUGH = { kind: "not_enough_data", reason: "the file is empty." } as const;

/** The results of {@linkcode exampleRun} that figures are drawn from. */
export function exampleResults() {
  const run = exampleRun();
  const { segments, ...segmentation } = resultOrReason(run.segmentation);
  return {
    run,
    exploration: resultOrReason(run.exploration),
    segments,
    selection: segmentation.selection,
    evidence: segmentEvidence(run.customers, { segments, ...segmentation }, run.seed),
    churn: resultOrReason(run.predictions).tasks.churn!,
    deciles: resultOrReason(run.revenue).deciles,
  };
}
