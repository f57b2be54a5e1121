/**
 * The project's side of one case, in a process of its own.
 *
 * Usage: run_case.ts CASE INPUT [BESIDE]. Prints one JSON object: seconds per stage, checks that show
 * what was computed, versions and threads.
 *
 * @module
 */
import settings from "../../deno.json" with { type: "json" };
import type { Bench } from "./bench_case.ts";
import { loadCase } from "./find_cases.ts";

const [name, input, besideName] = Deno.args;
const seconds: Record<string, number> = {};
const checks: Record<string, number> = {};

const bench: Bench = {
  async stage(name, work) {
    const start = performance.now();
    const result = await work();
    seconds[name] = (performance.now() - start) / 1000;
    return result;
  },
  check(name, value) {
    checks[name] = value;
  },
};

const { run, beside = [] } = await loadCase(name);
const other = beside.find((side) => side.name === besideName);
await (other && "run" in other ? other.run : run)(bench, input);

console.log(JSON.stringify({
  seconds,
  checks,
  versions: {
    Deno: Deno.version.deno,
    V8: Deno.version.v8,
    "nodejs-polars": settings.imports["nodejs-polars"].replace(/^.*@/, ""),
  },
  threads: {
    Polars: Number(Deno.env.get("POLARS_MAX_THREADS")),
    JavaScript: navigator.hardwareConcurrency,
  },
}));
