import { assertEquals, assertNotEquals } from "@std/assert";
import { createHash } from "node:crypto";
import { demoTransactions } from "../../src/pipeline/demo_transactions.ts";
import { slowTest } from "../slow.ts";

slowTest("demoTransactions: one input, with the rows and the hash of its CSV", () => {
  const { inputs: [input], demo: { csv } } = demoTransactions(7);
  assertEquals(input.path, "demo_transactions.csv");
  assertEquals(input.rows, csv.trimEnd().split("\n").length - 1);
  assertEquals(input.sha256, createHash("sha256").update(csv).digest("hex"));
  assertNotEquals(demoTransactions(8).inputs[0].sha256, input.sha256);
});
