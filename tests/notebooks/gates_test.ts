import { assertEquals } from "@std/assert";
import { countTests } from "../tools/gates.ts";
import { runGates } from "../tools/run_gates.ts";

const failing = { name: "Crashes", look: () => Promise.reject(new TypeError("boom")) };
const passing = {
  name: "Tests",
  look: () => Promise.resolve({ passed: 4, failed: 0, ignored: 1 }),
};

Deno.test("runGates: the last line counts what passed and failed", async () => {
  const lines: string[] = [];
  assertEquals(await runGates([passing], (line) => lines.push(line)), 0);
  assertEquals(lines.at(-1), "4 passed, 0 failed");
});

Deno.test("runGates: a gate that crashes has failed, and the next one still runs", async () => {
  const lines: string[] = [];
  assertEquals(await runGates([failing, passing], (line) => lines.push(line)), 1);
  assertEquals(lines.at(-1), "4 passed, 1 failed");
});

Deno.test("countTests: a report that was never written counts nothing", () => {
  assertEquals(countTests(""), { passed: 0, failed: 0, ignored: 0 });
});
