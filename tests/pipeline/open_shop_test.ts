import { assert, assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { InputError } from "../../src/frames/errors.ts";
import { openShop } from "../../src/pipeline/open_shop.ts";
import { createProgress } from "../../src/pipeline/progress.ts";

const path = `${Deno.makeTempDirSync()}/shop.csv`;
Deno.writeTextFileSync(
  path,
  [
    "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID",
    "1,C,CUP,1,2024-05-01,4,Ada",
    "2,T,TEA,1,2024-05-02,2,Bob",
    "C2,T,TEA,-1,2024-05-03,2,Bob",
  ].join("\n"),
);

Deno.test("openShop: a file as it came and cleaned, on the day after its last line", () => {
  const shop = openShop([path]);
  assertEquals([shop.lines.height, shop.transactions.height, shop.returns.height], [3, 2, 1]);
  assertEquals([shop.as_of, shop.source], [
    "2024-05-04",
    "purchases before 4 May 2024 in shop.csv",
  ]);
  assertEquals([shop.inputs[0].rows, shop.demo], [3, undefined]);
});

Deno.test("openShop: features of a date are computed once, from lines before it", () => {
  const { featuresAt, as_of } = openShop([path]);
  assertStrictEquals(featuresAt(as_of), featuresAt(as_of));
  assertEquals(featuresAt("2024-05-02").getColumn("customer_id").toArray(), ["Ada"]);
});

Deno.test("openShop: without files the demo shop by seed, with its truth and its text", () => {
  let told = "";
  const progress = createProgress(2, { isTerminal: false, write: (text) => told += text });
  const { demo, inputs, lines } = openShop([], { seed: 7 }, progress);
  assertEquals(demo!.truth.dirt.lines, lines.height);
  assertEquals(demo!.csv.trimEnd().split("\n").length, lines.height + 1);
  assertEquals(inputs[0].path, "demo_transactions.csv");
  assert(/\[1\/2\] Synthesize .*\n\[2\/2\] Check and clean /.test(told), told);
});

Deno.test("openShop: what cannot be used is one sentence", () => {
  assertThrows(() => openShop(["/nowhere.csv"]), InputError);
  assertThrows(() => openShop([path], { asOf: "2044-01-01" }), InputError, "as-of date");
});
