import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { runTask, start } from "../command_line.ts";

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
  refuses(withInput(file("hello\nworld\n")), "not a delimited table"));

Deno.test("start: missing columns, all named at once with what was found", () =>
  refuses(
    withInput(file("InvoiceNo,Colour\n1,red\n")),
    /"customer_id"\), the date \("invoice_date"\) and an amount \("line_total", or "quantity" and "unit_price"\).*"Colour"/,
  ));

Deno.test("start: an as-of date before the first line", () =>
  refuses(
    withInput(file(`${HEADER}\n1,A,X,1,2024-05-01,2,7,UK\n`), "--as-of", "2024-01-01"),
    /before the as-of date 1 Jan 2024.*1 May 2024/,
  ));

Deno.test("start: an as-of date long after the last line", () =>
  refuses(
    withInput(file(`${HEADER}\n1,A,X,1,2024-05-01,2,7,UK\n`), "--as-of", "9999-12-31"),
    /31 Dec 9999 is more than 10 years after the last line \(1 May 2024\)/,
  ));

Deno.test("start: no name, a path through a file, and a part of the system", async () => {
  await refuses(withInput(""), "No file is named");
  await refuses(withInput(`${file("x")}/x`), "what should be a folder in this path is a file");
  await refuses(withInput("/proc/self/mem"), "Deno does not allow it");
});

Deno.test("start: an unknown option", () =>
  refuses((output) => ["--output", output, "--colour", "red"], "unknown option '--colour'"));

Deno.test("start: values out of range", async () => {
  await refuses((output) => ["--output", output, "--segments", "1"], "whole number from 2 to 20");
  await refuses((output) => ["--output", output, "--as-of", "12/10/2011"], "Write an ISO date");
  await refuses(() => ["--output", ""], "--output is empty");
  await refuses((output) => ["--output", output, "--horizon-days", "0"], "from 1 to 3650");
  await refuses((output) => ["--output", output, "--contact-cost", "-1"], "0 or more");
  await refuses((output) => ["--output", output, "--margin", "30"], "at most 1, such as 0.05");
  await refuses((output) => ["--output", output, "--success-rate", "0"], "a share above 0");
  await refuses((output) => ["--output", output, "--high-spend-share", "1"], "a share below 1");
  await refuses((output) => ["--output", output, "--high-spend-cut", "now"], "each-horizon, past");
  await refuses((output) => ["--output", output, "--currency", "pound"], "a currency code such as");
  await refuses((output) => ["--output", output, "--status", "paid"], "Write word=meaning");
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

Deno.test("start: an ambiguous date is asked about, with the option that answers", async () => {
  const path = file(`${HEADER}\n1,A,X,1,5/6/2024,2,7,UK\n`);
  await refuses(withInput(path), "say --date-order day-first or month-first");
  const output = `${Deno.makeTempDirSync()}/out`;
  const { stdout } = await start([...withInput(path)(output), "--date-order", "day-first"]);
  assertStringIncludes(stdout, "before 6 Jun 2024");
});

Deno.test("start: everything cancelled", () =>
  refuses(withInput(file(`${HEADER}\nC1,A,X,-1,2024-05-01,2,7,UK\n`)), "None of the 1 lines is a"));

Deno.test("start: what each rule did is printed, and a rule can be switched off", async () => {
  const line = "1,A,X,1,2024-05-01,2.25,7,UK";
  const path = file(`${HEADER}\n${line}\n${line}\nC2,A,X,-1,2024-05-02,2.25,7,UK\n`);
  const output = `${Deno.makeTempDirSync()}/out`;
  const told = (await start(withInput(path)(output))).stdout;
  assertMatch(told, /lines read +3 +2\.25\n/);
  assertMatch(told, /– cancellation +1 +−2\.25 +Cancelled or returned/);
  assertMatch(told, /– exact_duplicate +1 +2\.25 +An exact copy/);
  assertMatch(told, /lines kept +1 +2\.25\n/);
  assertStringIncludes(told, "--without can switch off: exact_duplicate.");
  const lenient =
    (await start([...withInput(path)(output), "--without", "exact_duplicate"])).stdout;
  assertMatch(lenient, /lines kept +2 +4\.50\n/);
  assertStringIncludes(lenient, "Switched off: exact_duplicate.\n");
  await refuses(
    withInput(path, "--without", "zero_quantity"),
    "Only these rules can be switched off",
  );
});

Deno.test("start: a file without products says so where offers would be", async () => {
  const output = `${Deno.makeTempDirSync()}/out`;
  const path = file("Who,Date,Sales\n7,2024-05-01,2\n8,2025-05-02,3\n");
  const { code, stdout } = await start([...withInput(path)(output), "--map", "customer_id=Who"]);
  assertEquals(code, 0, stdout);
  assertStringIncludes(stdout, "2 customers bought 2 times for 5 in total");
  const { tasks } = JSON.parse(Deno.readTextFileSync(`${output}/metrics.json`));
  assertStringIncludes(tasks.recommendation_all_items.reason, "has no products");
});

Deno.test("start: hostile texts are escaped in the report and disarmed in the tables", async () => {
  const script = "<script>alert(1)</script>", formula = "=cmd|' /C calc'!A0";
  const path = file([
    HEADER,
    `1,A,${script},2,2024-05-01,2,${formula},${script}`,
    `2,B,javascript:alert(1),2,2024-05-02,2,@SUM(A1),"<img src=x onerror=alert(1)>"`,
    `3,C,${formula},many,2024-05-03,2,7,@SUM(A1)`,
  ].join("\n"));
  const output = `${Deno.makeTempDirSync()}/out`;
  await refuses(withInput(path), "--skip-unreadable");
  const { code, stderr } = await start([...withInput(path)(output), "--skip-unreadable"]);
  assertEquals(code, 0, stderr);
  const read = (name: string) => Deno.readTextFileSync(`${output}/${name}`);
  const customers = read("customers.csv").trim().split("\n").slice(1);
  assertEquals(customers.map((line) => line.split(",")[0]).sort(), [
    `"'${formula}"`,
    `"'@SUM(A1)"`,
  ]);
  assertMatch(read("rejected.csv"), /,"'=cmd\| ?' \/C calc'!A0","many",.*,"7","'@SUM\(A1\)"\n/);
  const report = read("report.html");
  assertStringIncludes(report, "&lt;script&gt;alert(1)");
  for (const raw of [script, "<img src=x", 'href="javascript:']) assert(!report.includes(raw), raw);
});

Deno.test("start: an input that the run would replace is refused and stays as it is", async () => {
  const folder = Deno.makeTempDirSync(), output = `${folder}/out`;
  const path = `${folder}/shop.csv`, content = `${HEADER}\n1,A,X,1,2024-05-01,2,7,UK\n`;
  Deno.writeTextFileSync(path, content);
  assertEquals((await start(withInput(path)(output))).code, 0);
  Deno.writeTextFileSync(`${folder}/customers.csv`, content);
  const slips: readonly (readonly string[])[] = [
    ["--input", `${output}/customers.csv`, "--output", output],
    ["--input", `${folder}/customers.csv`, "--output", folder],
    ["--input", path, "--output", folder],
  ];
  for (const words of slips) {
    const { code, stdout, stderr } = await start(words);
    assertEquals([code, stdout, stderr.trim().split("\n").length], [1, "", 1], stderr);
    assertMatch(stderr, /^error: .* is an input inside .* with --output\.\n$/);
  }
  assertEquals(Deno.readTextFileSync(path), content);
  assertEquals(Deno.readTextFileSync(`${folder}/customers.csv`), content);
  assertEquals((await start(withInput(path)(output))).code, 0);
});

Deno.test("inspect: shows a file without writing anything, or says in a sentence why not", async () => {
  const inspect = (...words: string[]) => runTask("inspect", words);
  const path = file(`${HEADER}\n1,A,X,1,2024-05-01,2,7,UK\n`);
  const good = await inspect(path, "--without", "out_of_range");
  assertEquals([good.code, good.stderr], [0, ""]);
  assertStringIncludes(good.stdout, `start --input ${path} --without out_of_range`);
  const bad = await inspect("/nowhere.csv");
  assertEquals([bad.code, bad.stdout], [1, ""]);
  assertMatch(bad.stderr, /^error: There is no file \/nowhere\.csv.*\n$/);
});
