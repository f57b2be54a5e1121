import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { runArtifacts } from "../../src/pipeline/run_artifacts.ts";
import { runPipeline } from "../../src/pipeline/run_pipeline.ts";
import { transactionsToCsv } from "../../src/transactions/synthesis/csv.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { startWords } from "../command_line.ts";

/** Only offers take one set from another. */
const FAULT =
  `Set.prototype.difference = () => { throw new RangeError("Array buffer allocation failed"); };`;
const SENTENCE =
  "Recommendations failed (RangeError: Array buffer allocation failed): please report it.";

function written(text: string, suffix: string): string {
  const path = Deno.makeTempFileSync({ suffix });
  Deno.writeTextFileSync(path, text);
  return path;
}

const shop = (customers: number) =>
  written(transactionsToCsv(synthesizeTransactions({ customers, seed: 7 }).lines), ".csv");

Deno.test("start: a stage that fails leaves the results of the others, its sentence and exit code 1", async () => {
  const output = `${Deno.makeTempDirSync()}/out`;
  const words = startWords(["--input", shop(150), "--output", output]);
  words.splice(1, 0, `--preload=${written(FAULT, ".js")}`);
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: words,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const [out, told] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assertEquals(code, 1, told);
  assertMatch(told, /\[13\/13\] Recommendations +failed +\d/);
  assertEquals(
    told.trim().split("\n").pop(),
    `error: ${SENTENCE} All other results are in ${output}.`,
  );
  assertStringIncludes(out, "  New products and all products: Recommendations failed");
  assertStringIncludes(out, "report.html");

  const read = (name: string) => Deno.readTextFileSync(`${output}/${name}`);
  const { failures, artifacts } = JSON.parse(read("manifest.json"));
  assertEquals(failures, [SENTENCE]);
  const names = artifacts.map(({ path }: { path: string }) => path);
  assert(!names.includes("recommendations.parquet"));
  for (const name of ["customers.csv", "segments.json", "models/churn.json"]) {
    assert(names.includes(name), name);
  }
  const { tasks } = JSON.parse(read("metrics.json"));
  assertEquals(tasks.recommendation_new_items, { kind: "failed", reason: SENTENCE });
  assertEquals(tasks.revenue.kind, "regression");
  const report = read("report.html");
  assertStringIncludes(report, SENTENCE);
  assert(!report.includes(`Not enough data: ${SENTENCE}`));
});

Deno.test("runArtifacts: a file that cannot be made is left out, the others are there", () => {
  const stringify = JSON.stringify;
  try {
    const run = runPipeline([shop(30)], { horizonDays: 60 });
    JSON.stringify = (value, ...more: unknown[]) => {
      if ((value as { tasks?: unknown })?.tasks) throw new RangeError("Invalid string length");
      return stringify(value, ...more as []);
    };
    const told: string[] = [];
    const files = runArtifacts(run, (sentence) => told.push(sentence));
    assertEquals(told, [
      "Writing metrics.json failed (RangeError: Invalid string length): please report it.",
    ]);
    assertEquals([files.has("metrics.json"), files.has("report.html")], [false, true]);
  } finally {
    JSON.stringify = stringify;
  }
});
