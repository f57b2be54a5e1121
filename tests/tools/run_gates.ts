import { TaskError } from "./project.ts";

/** How much of a gate held. */
export interface Tally {
  /** What passed: tests, or 1 for a gate that is one check. */
  readonly passed: number;
  /** What failed. */
  readonly failed: number;
  /** Tests that could not run here, for want of real data. */
  readonly ignored?: number;
}

/** One thing that has to hold before a change is good. */
export interface Gate {
  /** Its heading. */
  readonly name: string;
  /** Looks; what is wrong it says on standard output or standard error. */
  look(): Promise<Tally>;
}

/**
 * Runs gates one after the other and prints a heading for each, then as the last line
 * `N passed, N failed`. A gate that crashes has failed; those after it run all the same.
 *
 * @param gates The gates, in order.
 * @param print Takes one line of text. Default: standard output.
 * @returns The exit code: 0 if nothing failed.
 *
 * @example
 * ```ts
 * import { runGates } from "./run_gates.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines: string[] = [];
 * const gate = { name: "Tests", look: () => Promise.resolve({ passed: 3, failed: 1 }) };
 * assertEquals(await runGates([gate], (line) => lines.push(line)), 1);
 * assertEquals(lines.at(-1), "3 passed, 1 failed");
 * ```
 */
export async function runGates(
  gates: readonly Gate[],
  print: (line: string) => void = console.log,
): Promise<number> {
  let passed = 0;
  let failed = 0;
  for (const gate of gates) {
    print(`── ${gate.name}`);
    const start = performance.now();
    const tally = await lookSafely(gate);
    passed += tally.passed;
    failed += tally.failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const ignored = tally.ignored ? `, ${tally.ignored} ignored` : "";
    print(`   ${tally.passed} passed, ${tally.failed} failed${ignored} (${seconds} s)`);
  }
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function lookSafely(gate: Gate): Promise<Tally> {
  try {
    return await gate.look();
  } catch (error) {
    console.error(error instanceof TaskError ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}
