import { createProgress } from "../../src/pipeline/progress.ts";
import { assertEquals, assertMatch } from "@std/assert";

Deno.test("createProgress: tells of the stages of a run", () => {
  let told = "";
  const progress = createProgress(1, { isTerminal: false, write: (text) => told += text });
  const sum = progress.stage("Adding", 2, () => 1 + 1, (rows) => ({ rows, words: `made ${rows}` }));
  assertEquals([sum, progress.stages[0].rows_out], [2, 2]);
  assertMatch(told, /^\[1\/1\] Adding +made 2 +\d+\.\d s\n$/);
});
