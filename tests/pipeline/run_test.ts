import pl, { type DataFrame } from "nodejs-polars";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreaterOrEqual,
  assertStringIncludes,
} from "@std/assert";
import { createHash } from "node:crypto";
import { createRandom } from "../../src/numeric/random/random.ts";
import { assignSegments } from "../../src/segmentation/assign_segments.ts";
import { readSegmentationModel } from "../../src/segmentation/read_segmentation_model.ts";
import { numberColumn } from "../../src/frames/columns.ts";
import { transactionsToCsv } from "../../src/transactions/synthesis/csv.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { artifactNames } from "../../src/pipeline/output/artifact_files.ts";
import { start, startWords } from "../command_line.ts";
import { onlineRetailPath } from "../online_retail.ts";

const CONTRACT = [
  "audit.json",
  "customers.csv",
  "customers.parquet",
  "metrics.json",
  "models/churn.json",
  "models/gamma_gamma.json",
  "models/high_spend.json",
  "models/purchases.json",
  "models/revenue.json",
  "models/segmentation.json",
  "recommendations.parquet",
  "rejected.csv",
  "report.html",
  "revenue_forecast.csv",
  "segments.json",
  "similar_products.parquet",
];

interface Manifest {
  readonly inputs: readonly { path: string; sha256: string; rows: number }[];
  readonly stages: readonly { name: string }[];
  readonly artifacts: readonly { path: string; sha256: string }[];
}

const csv = transactionsToCsv(synthesizeTransactions({ customers: 400, seed: 7 }).lines);

function written(text: string): string {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(path, text);
  return path;
}

async function run(input: string, environment: Record<string, string> = {}, ...more: string[]) {
  const folder = `${Deno.makeTempDirSync()}/out`;
  const result = await start(["--input", input, "--output", folder, ...more], environment);
  assertEquals(result.code, 0, result.stderr);
  const manifest: Manifest = JSON.parse(Deno.readTextFileSync(`${folder}/manifest.json`));
  return { ...result, folder, manifest };
}

let plain: ReturnType<typeof run> | undefined;
/** The run of the small shop with all defaults, once for all tests. */
const plainRun = () => plain ??= run(written(csv));

/** What must not change: all artefacts but the one that names line numbers of the file. */
function hashes({ artifacts }: Manifest): Record<string, string> {
  const kept = artifacts.filter(({ path }) => path !== "rejected.csv");
  return Object.fromEntries(kept.map(({ path, sha256 }) => [path, sha256]));
}

/** The rejected lines without their place in the file. */
function rejectedLines(folder: string): string[] {
  const [, ...lines] = Deno.readTextFileSync(`${folder}/rejected.csv`).trim().split("\n");
  return lines.map((line) => line.split(",").slice(2).join(",")).sort();
}

Deno.test("start: the artefacts of the contract, with the hashes of the manifest", async () => {
  const { folder, manifest, stdout } = await plainRun();
  assertEquals(manifest.artifacts.map(({ path }) => path), CONTRACT);
  // What is looked at before a run is what the run then writes.
  assertEquals(new Set([...CONTRACT, "manifest.json"]), new Set(artifactNames(["shop.csv"])));
  for (const { path, sha256 } of manifest.artifacts) {
    const content = Deno.readFileSync(`${folder}/${path}`);
    assertEquals(createHash("sha256").update(content).digest("hex"), sha256, path);
  }
  assertEquals(manifest.inputs[0].sha256, createHash("sha256").update(csv).digest("hex"));
  for (
    const word of [
      "lines read",
      "– exact_duplicate",
      "--without can switch off: exact_duplicate",
      "of revenue",
      "baseline",
      "report.html",
    ]
  ) {
    assertStringIncludes(stdout, word);
  }
});

Deno.test("start: the same bytes whatever the row order, the threads and the time zone", async () => {
  const [header, ...lines] = csv.trimEnd().split("\n");
  const shuffled = [header, ...createRandom(1).shuffle(lines)].join("\n") + "\n";
  const path = written(csv);
  const first = await run(path, { POLARS_MAX_THREADS: "1", TZ: "UTC" });
  const again = await run(path, { POLARS_MAX_THREADS: "2", TZ: "Asia/Tokyo" });
  // The report names its input, so the shuffled lines go by the same name.
  const elsewhere = `${Deno.makeTempDirSync()}/${path.slice(path.lastIndexOf("/") + 1)}`;
  Deno.writeTextFileSync(elsewhere, shuffled);
  const other = await run(elsewhere, { POLARS_MAX_THREADS: "2", TZ: "America/New_York" });
  assertEquals(first.manifest.artifacts, again.manifest.artifacts);
  assertEquals(hashes(first.manifest), hashes(other.manifest));
  assertEquals(rejectedLines(first.folder), rejectedLines(other.folder));
});

Deno.test("start: Parquet gives the same customers, segments and metrics as CSV", async () => {
  const table = pl.readCSV(csv, { inferSchemaLength: 0 });
  const typed = table.withColumns(
    pl.col("Quantity").cast(pl.Float64).cast(pl.Int64),
    pl.col("UnitPrice").cast(pl.Float64),
    pl.col("InvoiceDate").str.strptime(pl.Datetime("ms"), "%Y-%m-%d %H:%M"),
  ) as DataFrame;
  const path = Deno.makeTempFileSync({ suffix: ".parquet" });
  Deno.writeFileSync(path, new Uint8Array(typed.writeParquet()));
  const fromCsv = hashes((await plainRun()).manifest);
  const fromParquet = hashes((await run(path)).manifest);
  delete fromCsv["report.html"]; // names its input
  delete fromParquet["report.html"];
  assertEquals(fromParquet, fromCsv);
});

Deno.test("start: segments.json tells who moved; the saved model gives the run's segments", async () => {
  const { folder } = await plainRun();
  const read = (name: string) => Deno.readTextFileSync(`${folder}/${name}`);
  const { segments, migration } = JSON.parse(read("segments.json"));
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const customers = pl.readParquet(`${folder}/customers.parquet`);
  assertEquals(
    sum(migration.customers.flat()) + sum(migration.entries.customers),
    customers.height,
  );
  segments.forEach(({ customers }: { customers: number }, to: number) => {
    const came = sum(migration.customers.map((row: number[]) => row[to]));
    assertEquals(came + migration.entries.customers[to], customers);
  });
  assertEquals(migration.advice.because.endsWith("."), true);
  const model = readSegmentationModel(read("models/segmentation.json"));
  assertEquals(
    assignSegments(model, customers).getColumn("segment").toArray(),
    customers.getColumn("segment").toArray(),
  );
  assertStringIncludes(read("report.html"), "Who moved, from");
});

Deno.test("start: metrics.json holds the decision that customers.parquet lists", async () => {
  const { folder } = await plainRun();
  const metrics = JSON.parse(Deno.readTextFileSync(`${folder}/metrics.json`));
  const { today, tested, assumptions, by_success_rate } = metrics.decision;
  const customers = pl.readParquet(`${folder}/customers.parquet`);
  const values = numberColumn(customers, "contact_value");
  const contact = numberColumn(customers, "contact");
  assertEquals(today.customers, customers.height);
  assertEquals(today.contacted, contact.reduce((sum, one) => sum + one, 0));
  const promised = values.reduce((sum, value, i) => sum + contact[i] * value, 0);
  assertAlmostEquals(today.expected_profit, promised, 1e-6);
  assertEquals(tested.as_of, metrics.tested_as_of);
  assertEquals(tested.customers, metrics.tasks.churn.customers);
  assertAlmostEquals(tested.observed_rate, metrics.tasks.churn.positive_rate, 1e-12);
  const { realised_profit } = tested.curve.at(-1);
  assertAlmostEquals(realised_profit, tested.everyone_realised_profit, 1e-9);
  assertEquals(assumptions.length, 4);
  const [row] = by_success_rate.filter(({ assumed }: { assumed: boolean }) => assumed);
  assertEquals(row.realised_profit, tested.realised_profit);
});

/** A small shop of 2024: one line per order, on days counted from New Year. */
function smallShop(customers: number, daysOf: (customer: number) => number[]): string {
  const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
  const lines = Array.from({ length: customers }, (_, i) => i).flatMap((i) =>
    daysOf(i).map((at, n) => {
      const [product, price] = [`P${(i + n) % 7}`, (1 + 0.07 * i).toFixed(2)];
      return `${i}-${n},${product},thing,2,${day(at)} 10:00,${price},${100 + i},United Kingdom`;
    })
  );
  return [
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
    ...lines,
  ].join("\n");
}

const every = (days: number, until: number) =>
  Array.from({ length: Math.ceil(until / days) }, (_, n) => n * days);
const SMALL_SHOP = ["--as-of", "2024-12-30", "--horizon-days", "60"];

Deno.test("start: where nobody stays away churn cannot be told, and all else goes on", async () => {
  const shop = smallShop(80, (i) => every(6 + i % 40, 364));
  const { folder, manifest } = await run(written(shop), {}, ...SMALL_SHOP);
  const read = (name: string) => Deno.readTextFileSync(`${folder}/${name}`);
  const { tasks, decision } = JSON.parse(read("metrics.json"));
  assertEquals([tasks.churn.kind, tasks.high_spend.kind], ["not_enough_data", "classification"]);
  assertStringIncludes(
    tasks.churn.reason,
    "0 of them with churn; models need 50 customers and both",
  );
  assertEquals(decision, tasks.churn);
  const customers = pl.readParquet(`${folder}/customers.parquet`);
  assertEquals(customers.getColumn("churn_probability").nullCount(), 80);
  assertEquals(customers.getColumn("high_spend_probability").nullCount(), 0);
  const paths = manifest.artifacts.map(({ path }) => path);
  assert(paths.includes("models/high_spend.json") && !paths.includes("models/churn.json"));
  assertStringIncludes(read("report.html"), tasks.churn.reason);
});

Deno.test("start: a feature too good to be true is named in the report; the cut is an option", async () => {
  // Half of the shop stops in spring or summer, the others come every few days: silence tells all.
  const shop = smallShop(120, (i) => every(5 + i % 9, i % 2 ? 364 : 120 + i));
  const share = ["--high-spend-share", "0.1"];
  const { folder } = await run(written(shop), {}, ...SMALL_SHOP, ...share);
  const read = (name: string) => Deno.readTextFileSync(`${folder}/${name}`);
  const { churn, high_spend } = JSON.parse(read("metrics.json")).tasks;
  const [first] = churn.leak_warnings;
  assertStringIncludes(first, "alone predicts churn with a ROC AUC of 1.000: it may");
  assertStringIncludes(read("report.html"), first);
  assertEquals(high_spend.positive_rate, 12 / 120);
});

Deno.test("start: quiet lines in a pipe, one per stage, without control codes", async () => {
  const { stderr, manifest } = await plainRun();
  const lines = stderr.trim().split("\n");
  assertEquals(lines.length, manifest.stages.length);
  // deno-lint-ignore no-control-regex
  assert(!/[\x1b\r]/.test(stderr), "control codes in a pipe");
});

Deno.test("start: killed at any moment it leaves the earlier run, or the new one, whole", async () => {
  const path = written(csv);
  const { folder } = await run(path);
  for (const milliseconds of [300, 1500, 3000]) {
    const child = new Deno.Command(Deno.execPath(), {
      args: startWords(["--input", path, "--output", folder, "--seed", `${milliseconds}`]),
      cwd: new URL("../..", import.meta.url).pathname,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    await child.status;
    clearTimeout(timer);
    const manifest: Manifest = JSON.parse(Deno.readTextFileSync(`${folder}/manifest.json`));
    for (const { path, sha256 } of manifest.artifacts) {
      const content = Deno.readFileSync(`${folder}/${path}`);
      assertEquals(createHash("sha256").update(content).digest("hex"), sha256, path);
    }
  }
});

Deno.test({
  name: "start: the UCI file gives the reference's audit, neighbours and churn quality",
  ignore: !onlineRetailPath,
  async fn() {
    const { folder } = await run(onlineRetailPath!, {}, "--as-of", "2011-12-10");
    const audit = JSON.parse(Deno.readTextFileSync(`${folder}/audit.json`));
    assertEquals([audit.rows_read, audit.rows_kept], [541_909, 392_692]);
    assertEquals([audit.customers, audit.invoices, audit.products], [4_338, 18_532, 3_665]);
    assertEquals(audit.revenue_kept, 8_887_208.894);

    const similar = pl.readParquet(`${folder}/similar_products.parquet`);
    const [nearest] = similar.filter(pl.col("product_id").eq(pl.lit("85123A"))).toRecords();
    assertEquals([nearest.neighbour_id, Number(nearest.similarity).toFixed(4)], [
      "21733",
      "0.5435",
    ]);

    const { tasks } = JSON.parse(Deno.readTextFileSync(`${folder}/metrics.json`));
    for (const { model, engine, roc_auc } of tasks.churn.models) {
      if (engine === "built-in") assertGreaterOrEqual(roc_auc, 0.72, model);
    }
    const offers = pl.readParquet(`${folder}/recommendations.parquet`);
    assertEquals(offers.height, 43_380);
    const customers = pl.readParquet(`${folder}/customers.parquet`);
    assertEquals(customers.height, 4_338);
    for (const name of ["segment", "churn_probability", "expected_revenue", "lifetime_value"]) {
      assertEquals(customers.getColumn(name).nullCount(), 0, name);
    }
  },
});
