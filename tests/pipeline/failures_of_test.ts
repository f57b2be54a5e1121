import { assertEquals } from "@std/assert";
import { failuresOf } from "../../src/pipeline/failures_of.ts";
import { STAGES, type StagesRun } from "../../src/pipeline/stages.ts";

const failed = (reason: string) => ({ kind: "failed", reason }) as const;
const few = { kind: "not_enough_data", reason: "3 customers." } as const;
const runWith = (attempts: object) =>
  ({
    ...Object.fromEntries(STAGES.map(({ name }) => [name, few])),
    ...attempts,
  }) as unknown as StagesRun;

Deno.test("failuresOf: too little data is no fault", () => {
  assertEquals(failuresOf(runWith({})), []);
});

Deno.test("failuresOf: each fault once, in the order of the stages, that of measuring offers last", () => {
  const run = runWith({
    offers: { kind: "result", result: { evaluation: failed("Measuring offers failed.") } },
    decision: failed("Predictions failed."),
    predictions: failed("Predictions failed."),
    exploration: failed("Explore failed."),
  });
  assertEquals(failuresOf(run), [
    "Explore failed.",
    "Predictions failed.",
    "Measuring offers failed.",
  ]);
});
