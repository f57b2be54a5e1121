import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { failuresOf } from "../../src/pipeline/failures_of.ts";
import { summaryInWords } from "../../src/cli/summary_in_words.ts";
import { runArtifacts } from "../../src/pipeline/run_artifacts.ts";
import { runPipeline, type RunResult } from "../../src/pipeline/run_pipeline.ts";
import { resultOf } from "../../src/frames/attempt.ts";

/** A year of 600 orders of two or three products, some of which go together. */
function shop(columns: readonly ("customer_id" | "price")[]): string {
  const goods = ["MUG", "TEA", "POT", "CUP", "TIN", "JAR"];
  const rows = Array.from({ length: 600 }, (_, i) => i).flatMap((i) => {
    const date = new Date(Date.UTC(2024, 0, 1 + Math.floor(i * 360 / 600))).toISOString();
    const first = i % 3 === 0 ? [0, 1] : [i % 6, (i * 5 + 2) % 6];
    return [...new Set([...first, i % 6])].map((good) =>
      [
        `${1000 + i}`,
        date.slice(0, 10),
        goods[good],
        `${1 + (i + good) % 3}`,
        ...(columns.includes("price") ? [`${3 + good}.50`] : []),
        ...(columns.includes("customer_id") ? [`K${i % 120}`] : []),
      ].join(",")
    );
  });
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  const header = ["order_id", "date", "sku", "quantity"]
    .concat(columns.includes("price") ? "price" : [])
    .concat(columns.includes("customer_id") ? "customer_id" : []);
  Deno.writeTextFileSync(path, `${header.join(",")}\n${rows.join("\n")}\n`);
  return path;
}

function said({ shop }: RunResult): string {
  return shop.notes.map(({ sentence }) => sentence).join("\n");
}

Deno.test("runPipeline: a shop without customers gets sales, rules of baskets, similar products", () => {
  const run = runPipeline([shop(["price"])]);
  assertEquals(failuresOf(run), []);
  assertEquals(run.shop.lacks, ["customer"]);
  assertMatch(said(run), /has no column of customers/);
  const { audit } = run.shop;
  assertEquals(audit.net.shop, audit.net.without_customer);
  assertEquals([audit.customers, audit.invoices, audit.products], [0, 600, 6]);
  assertEquals(resultOf(run.exploration)!.months.length, 12);
  const offers = resultOf(run.offers)!;
  assertEquals(offers.similar.height > 0, true);
  assertEquals(offers.rules.length > 0, true);
  assertEquals(offers.recommendations.height, 0);
  for (const stage of ["segmentation", "predictions", "lifetime", "forecast"] as const) {
    assertEquals(run[stage], { kind: "not_enough_data", reason: "the file names no customers." });
  }
  const failures: string[] = [];
  const files = runArtifacts(run, (sentence) => failures.push(sentence));
  assertEquals(failures, []);
  assertEquals(files.has("report.html"), true);
  assertStringIncludes(
    summaryInWords(run, "out"),
    "As the file names no customers, there are no seg",
  );
});

Deno.test("runPipeline: a shop without prices counts orders and pieces", () => {
  const run = runPipeline([shop(["customer_id"])]);
  assertEquals(failuresOf(run), []);
  assertEquals(run.shop.lacks, ["amount"]);
  assertMatch(said(run), /every amount counts pieces/);
  assertEquals(run.shop.audit.customers, 120);
  const failures: string[] = [];
  runArtifacts(run, (sentence) => failures.push(sentence));
  assertEquals(failures, []);
});

Deno.test("runPipeline: a shop with neither is still looked at", () => {
  const run = runPipeline([shop([])]);
  assertEquals([failuresOf(run), run.shop.lacks], [[], ["customer", "amount"]]);
});
