import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { checkTable, type Run, timeTable } from "./bench_table.ts";

function run(seconds: number, checks: Record<string, number>): Run {
  return {
    seconds: { read: seconds, fit: 2 * seconds },
    checks,
    versions: { tool: "1" },
    threads: { tool: 2 },
    process: {
      seconds: 4 * seconds,
      processor_seconds: 5 * seconds,
      peak_bytes: seconds * 2 ** 20,
    },
  };
}

Deno.test("timeTable: medians of the rounds and their ratios, per stage and in total", () => {
  const table = timeTable({
    python: [run(3, {}), run(6, {}), run(90, {})],
    project: [run(2, {}), run(2, {}), run(2, {})],
  });
  assertMatch(table, /read +6\.000 s +2\.000 s +3\.00 +1\.50 … 45\.00/);
  assertMatch(table, /all stages +18\.000 s +6\.000 s +3\.00/);
  assertMatch(table, /whole process +24\.000 s +8\.000 s +3\.00/);
  assertMatch(table, /peak memory +6 MiB +2 MiB +3\.00/);
});

Deno.test("timeTable: sides that ran different stages are not compared", () => {
  const other = { ...run(1, {}), seconds: { read: 1 } };
  assertThrows(() => timeTable({ python: [run(1, {})], project: [other] }), TypeError, "fit");
});

Deno.test("timeTable: a side beside them may have stages of its own", () => {
  const part = { ...run(1, {}), seconds: { parse: 1 } };
  const table = timeTable({
    python: [run(3, {})],
    project: [run(2, {})],
    beside: { Polars: [part] },
  });
  assertMatch(table, /stage +Python +Polars +project +Python ÷ project .* Polars ÷ project/);
  assertMatch(table, /read +3\.000 s +– +2\.000 s +1\.50 +1\.50 … 1\.50 +– +–/);
  assertMatch(table, /parse +– +1\.000 s +– +– +– +– +–/);
  assertMatch(table, /all stages +9\.000 s +1\.000 s +6\.000 s +1\.50 .* 0\.17 +0\.17 … 0\.17/);
});

Deno.test("checkTable: equal results are the same, others differ, a missing one differs", () => {
  const rounds = {
    python: [run(1, { lines: 10, "ROC AUC, random forest": 0.73, mean: 1, customers: 4 })],
    project: [run(1, { lines: 10, "ROC AUC, random forest": 0.735, mean: 1.001 })],
  };
  assertEquals(checkTable(rounds, [[/random forest/, 0.02]]).differing, ["mean", "customers"]);
  assertEquals(
    checkTable(rounds).differing,
    ["ROC AUC, random forest", "mean", "customers"],
  );
});

Deno.test("checkTable: a side beside them may state less, but nothing else", () => {
  const rounds = (beside: Record<string, number>) => ({
    python: [run(1, { lines: 10, kept: 8 })],
    project: [run(1, { lines: 10, kept: 8 })],
    beside: { Polars: [run(1, beside)] },
  });
  assertEquals(checkTable(rounds({ lines: 10 })).differing, []);
  assertMatch(checkTable(rounds({ lines: 10 })).text, /kept +8 +– +8 +same/);
  assertEquals(checkTable(rounds({ lines: 9 })).differing, ["lines"]);
  assertEquals(checkTable(rounds({ columns: 8 })).differing, ["columns"]);
});
