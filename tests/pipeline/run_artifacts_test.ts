import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { runArtifacts } from "../../src/pipeline/run_artifacts.ts";
import { runPipeline } from "../../src/pipeline/run_pipeline.ts";

/** The artefacts of a run on a CSV text, as texts. */
function artifactsOf(csv: string): Map<string, string> {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(path, csv);
  const files = runArtifacts(runPipeline([path], { horizonDays: 60 }));
  return new Map([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

const tiny = artifactsOf(
  "invoice_id,product_id,quantity,invoice_date,unit_price,customer_id\n" +
    "1,A,2,2024-01-03 10:00,1.50,7\n2,B,1,2024-02-05 11:00,4.00,8\n3,A,1,2024-03-07 12:00,1.50,7\n",
);
const read = (files: ReadonlyMap<string, string>, name: string) => JSON.parse(files.get(name)!);

Deno.test("runArtifacts: of three lines, every stage that cannot answer says why, and nothing failed", () => {
  const { tasks, decision } = read(tiny, "metrics.json");
  for (const [name, task] of Object.entries<{ kind: string; reason?: string }>(tasks)) {
    assertEquals(task.kind, "not_enough_data", name);
    assert(task.reason!.length > 20, name);
  }
  assertEquals(decision.kind, "not_enough_data");
  assertEquals(read(tiny, "segments.json").kind, "not_enough_data");
  assertEquals(read(tiny, "manifest.json").failures, []);
});

Deno.test("customerTable: one row per customer; columns of stages without an answer are there and empty", () => {
  const [header, ...rows] = tiny.get("customers.csv")!.trimEnd().split(/\r?\n/);
  assertEquals(rows.length, read(tiny, "audit.json").customers);
  const columns = header.replaceAll('"', "").split(",");
  for (const column of ["segment", "churn_probability", "lifetime_value", "contact_value"]) {
    assertEquals(rows.map((row) => row.split(",")[columns.indexOf(column)]), ["", ""], column);
  }
});

Deno.test("caveats: a file of less than two years, and each stage's reason, are in the report", () => {
  const report = tiny.get("report.html")!;
  assertStringIncludes(report, "less than two years (3 Jan 2024 to 7 Mar 2024)");
});

Deno.test("manifest: lists every file but itself, and inputs by rows and hash", () => {
  const { artifacts, inputs } = read(tiny, "manifest.json");
  const listed = artifacts.map(({ path }: { path: string }) => path).sort();
  assertEquals(listed, [...tiny.keys()].filter((name) => name !== "manifest.json").sort());
  assertEquals(inputs[0].rows, 3);
});
