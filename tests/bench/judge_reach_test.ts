import { assertEquals, assertThrows } from "@std/assert";
import type { Run } from "./bench_table.ts";
import { judgeReach } from "./judge_reach.ts";

function run(read: number, fit: number, peak_bytes = 0): Run {
  return {
    seconds: { read, fit },
    checks: {},
    versions: {},
    threads: {},
    process: { seconds: 0, processor_seconds: 0, peak_bytes },
  };
}

const rounds = {
  python: [run(3, 3), run(2, 4), run(30, 30)],
  project: [run(1, 1, 1e9), run(1, 3, 2e9), run(1, 0.5, 3e9)],
  beside: { Polars: [run(1, 0), run(1, 0), run(1, 0)] },
};

Deno.test("judgeReach: a share of another side's time, by medians of all stages", () => {
  assertEquals(judgeReach({ ratio: 1 / 3, to: "Python" }, rounds), {
    reach: "all stages in at most 0.33 × the time of Python",
    measured: "0.33 ×",
    isMet: true,
  });
  assertEquals(judgeReach({ ratio: 1.3, to: "Polars" }, rounds).measured, "2.00 ×");
  assertEquals(judgeReach({ ratio: 1.3, to: "Polars" }, rounds).isMet, false);
});

Deno.test("judgeReach: one stage alone", () => {
  assertEquals(judgeReach({ ratio: 1 / 5, to: "Python", stage: "fit" }, rounds), {
    reach: "fit in at most 0.20 × the time of Python",
    measured: "0.25 ×",
    isMet: false,
  });
});

Deno.test("judgeReach: a limit of time or memory holds in the worst round", () => {
  assertEquals(judgeReach({ seconds: 3 }, rounds).isMet, false);
  assertEquals(judgeReach({ seconds: 4.1 }, rounds), {
    reach: "all stages in under 4.1 s",
    measured: "4.00 s",
    isMet: true,
  });
  assertEquals(judgeReach({ peakBytes: 3e9 }, rounds), {
    reach: "peak memory under 3.00 GB",
    measured: "3.00 GB",
    isMet: false,
  });
});

Deno.test("judgeReach: a stage or side that was not run is a mistake", () => {
  assertThrows(() => judgeReach({ seconds: 1, stage: "clean" }, rounds), RangeError, "clean");
  assertThrows(() => judgeReach({ ratio: 1, to: "R" }, rounds), RangeError, "R");
});
