import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { createRandom } from "../../src/numeric/random/random.ts";
import { runArtifacts } from "../../src/pipeline/run_artifacts.ts";
import { runPipeline } from "../../src/pipeline/run_pipeline.ts";
import { numberColumn } from "../../src/frames/columns.ts";
import { inMillionths } from "../../src/frames/money.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { transactionsToCsv } from "../../src/transactions/synthesis/csv.ts";
import { anyNumber } from "../transactions/exact_decimals.ts";
import { slowTest } from "../slow.ts";

const demo = synthesizeTransactions({ customers: 60, seed: 7 }).lines;

/** The demo shop with other pieces and prices, by line, as a file. */
function shop(numbers: (line: number) => readonly [quantity: string, price: string] | undefined) {
  const [header, ...lines] = transactionsToCsv(demo).trimEnd().split("\n");
  const [quantity, price] = ["Quantity", "UnitPrice"].map((name) =>
    header.split(",").indexOf(name)
  );
  const changed = lines.map((line, i) => {
    const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!;
    const own = fields[quantity].startsWith("-") ? undefined : numbers(i);
    if (own === undefined) return line;
    [fields[quantity], fields[price]] = own.map((text) => `${text},`);
    return fields.join("");
  });
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(path, [header, ...changed].join("\n"));
  return path;
}

/** Runs every stage, writes every artefact, and compares the customers with the account. */
function runs(path: string, without: readonly string[]): void {
  const run = runPipeline([path], { without });
  const files = runArtifacts(run);
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  const body = text("report.html").replace(/<script[\s\S]*?<\/script>/g, "");
  assert(!/>[^<]*(NaN|Infinity|undefined)/.test(body.slice(body.indexOf("<body>"))));
  const { audit } = run.shop;
  assert(audit.rejected.some(({ reason }) => reason === "out_of_range"));
  const spend = inMillionths(numberColumn(run.customers, "monetary_value"));
  const total = spend.reduce((sum, own) => sum + BigInt(own), 0n);
  assert(Math.abs(Number(total) / 1e6 / audit.revenue_kept - 1) < 1e-15);
  assertEquals(JSON.parse(text("audit.json")), audit);
}

slowTest("runPipeline: pieces and prices from 10^-6 to 10^16 run through every stage", () => {
  const random = createRandom(3);
  const power = (least: number, most: number) =>
    String(10 ** (least + (most - least) * random.next()));
  const path = shop(() => [power(-6, 10), power(-16, 16)]);
  runs(path, ["out_of_range"]);
});

slowTest("runPipeline: every tenth line with any numbers at all runs through every stage", () => {
  const numbers = fc.sample(fc.tuple(anyNumber, anyNumber), { seed: 11, numRuns: 2000 });
  const path = shop((line) => line % 10 === 0 ? numbers[line / 10 % numbers.length] : undefined);
  runs(path, ["out_of_range"]);
});
