import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { start } from "./command_line.ts";

const HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

function file(content: string): string {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(path, content);
  return path;
}

/** One sentence on standard error, exit code 1, no stack trace, nothing written. */
async function refuses(words: (output: string) => string[], sentence: string | RegExp) {
  const output = `${Deno.makeTempDirSync()}/out`;
  const { code, stderr, stdout } = await start([...words(output)]);
  const [message, ...more] = stderr.trim().split("\n").filter((line) => !line.startsWith("["));
  assertEquals([code, stdout, more], [1, "", []], stderr);
  assertMatch(message, sentence instanceof RegExp ? sentence : new RegExp(sentence));
  assert(!/\bat .*:\d+:\d+/.test(stderr), stderr);
  assertEquals(await Deno.stat(output).then(() => true, () => false), false);
}

const withInput = (path: string, ...more: string[]) => (output: string) => [
  "--input",
  path,
  "--output",
  output,
  ...more,
];

Deno.test("start: a missing file", () => refuses(withInput("/nowhere.csv"), "There is no file"));

Deno.test("start: a folder in place of a file", () =>
  refuses(withInput(Deno.makeTempDirSync()), "is a folder"));

Deno.test("start: an empty file", () => refuses(withInput(file("")), "is empty"));

Deno.test("start: a file that is no table", () =>
  refuses(withInput(file("hello\nworld\n")), "no table with separated fields"));

Deno.test("start: missing columns, all named at once with what was found", () =>
  refuses(
    withInput(file("InvoiceNo,Colour\n1,red\n")),
    /"invoice_date", "customer_id", "quantity", "unit_price" \(or "line_total"\).*"Colour"/,
  ));

Deno.test("start: an as-of date before the first line", () =>
  refuses(
    withInput(file(`${HEADER}\n1,A,X,1,2024-05-01,2,7,UK\n`), "--as-of", "2024-01-01"),
    /before the as-of date 2024-01-01.*2024-05-01/,
  ));

Deno.test("start: an unknown option", () =>
  refuses((output) => ["--output", output, "--colour", "red"], "unknown option '--colour'"));

Deno.test("start: values out of range", async () => {
  await refuses((output) => ["--output", output, "--segments", "1"], "whole number from 2 to 10");
  await refuses((output) => ["--output", output, "--as-of", "12/10/2011"], "Write an ISO date");
  await refuses((output) => ["--output", output, "--horizon-days", "0"], "from 1 to 3650");
});

Deno.test("start: an excess word", () =>
  refuses((output) => ["--output", output, "surplus"], "too many arguments"));

Deno.test("start: an output that is a file", async () => {
  const { code, stderr } = await start(["--output", file("x")]);
  assertEquals(code, 1);
  assertStringIncludes(stderr, "is a file: name a folder");
});

Deno.test("start: --help lists the options and ends well", async () => {
  const { code, stdout } = await start(["--help"]);
  assertEquals(code, 0);
  assertStringIncludes(stdout, "--horizon-days");
});

Deno.test("start: a shop too small for models still gets its tables, and is told why", async () => {
  const output = `${Deno.makeTempDirSync()}/out`;
  const path = file(`${HEADER}\n1,A,X,1,2024-05-01,2,7,UK\n2,B,Y,1,2024-06-01,3,8,UK\n`);
  const { code, stdout } = await start(["--input", path, "--output", output]);
  assertEquals(code, 0, stdout);
  assertStringIncludes(stdout, "Not enough data");
  const metrics = JSON.parse(Deno.readTextFileSync(`${output}/metrics.json`));
  assertEquals(metrics.tasks.churn.kind, "not_enough_data");
  const report = Deno.readTextFileSync(`${output}/report.html`);
  for (const raw of ["NaN", "undefined"]) assert(!report.includes(raw), raw);
  assertStringIncludes(Deno.readTextFileSync(`${output}/customers.csv`), "7,");
});
