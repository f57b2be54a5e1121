/**
 * Runs the same work in Python (pandas, scikit-learn) and in the project, in turns, and prints how
 * long each stage takes, the memory needed, and the results of both.
 *
 * deno task bench [--input FILE] [--rounds N]
 *
 * @module
 */
import { parseArgs } from "node:util";
import { transactionsToCsv } from "../../src/transactions/synthesis/csv.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { ONLINE_RETAIL, realDataPath } from "../real_data.ts";
import { exitWith, fromWhereTyped, ROOT, TaskError } from "../tools/project.ts";
import { ensureEnvironment } from "../tools/python_environment.ts";
import { checkTable, environmentLine, type Run, timeTable } from "./bench_table.ts";

const THREADS = 2;
const FOLDER = `${ROOT}/tests/bench`;
/** Load average above which other work disturbs the measurement. */
const BUSY = 0.5;
/** Enough customers for about as many lines as the UCI file has. */
const DEMO_CUSTOMERS = 9_000;

/** What the project's side may do: read, and load Polars. */
const PERMISSIONS = [
  "--no-prompt",
  "--frozen",
  "--allow-read",
  "--allow-env=PATH,POLARS_FMT_MAX_ROWS,POLARS_MAX_THREADS",
  "--allow-sys=cpus,hostname,networkInterfaces",
  `--allow-ffi=${ROOT}/node_modules`,
];

await exitWith(async () => {
  const { input, rounds } = readOptions(Deno.args);
  const python = await ensureEnvironment(["tests/bench/requirements.txt"]);
  await Deno.mkdir(`${ROOT}/out`, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: `${ROOT}/out`, prefix: "bench-" });
  try {
    const file = input ?? realDataPath(ONLINE_RETAIL) ?? await demoFile(folder);
    const load = Deno.loadavg()[0];
    const sides = {
      python: [python, `${FOLDER}/python_stack.py`, file, String(THREADS)],
      project: [Deno.execPath(), "run", ...PERMISSIONS, `${FOLDER}/project_stack.ts`, file],
    };
    const runs = { python: [] as Run[], project: [] as Run[] };
    for (let round = 1; round <= rounds; round++) {
      for (const side of ["python", "project"] as const) {
        const run = await measure(python, sides[side], `${side}, round ${round}`);
        console.error(`round ${round} of ${rounds}, ${side}: ${run.process.seconds.toFixed(1)} s`);
        runs[side].push(run);
      }
    }
    return report(file, load, runs);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

function readOptions(args: string[]): { input: string | undefined; rounds: number } {
  try {
    const { values } = parseArgs({
      args,
      options: { input: { type: "string" }, rounds: { type: "string", default: "3" } },
    });
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 1) {
      throw new TaskError(`--rounds must be a positive whole number, not "${values.rounds}".`);
    }
    const input = values.input === undefined ? undefined : fromWhereTyped(values.input);
    if (input !== undefined && !Deno.statSync(input).isFile) {
      throw new TaskError(`--input must be a file of transaction lines: ${input} is none.`);
    }
    return { input, rounds };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new TaskError("There is no such file: check the path given with --input.");
    }
    if (error instanceof TypeError) throw new TaskError(error.message.split("\n")[0]);
    throw error;
  }
}

async function demoFile(folder: string): Promise<string> {
  const { lines } = synthesizeTransactions({ customers: DEMO_CUSTOMERS });
  const path = `${folder}/demo.csv`;
  await Deno.writeTextFile(path, transactionsToCsv(lines));
  return path;
}

/** Runs one side as its own process; its last two lines are its report and the measurement. */
async function measure(python: string, command: string[], name: string): Promise<Run> {
  const threads = String(THREADS);
  const { success, stdout, stderr } = await new Deno.Command(python, {
    args: [`${FOLDER}/measure.py`, ...command],
    cwd: ROOT,
    env: {
      OMP_NUM_THREADS: threads,
      OPENBLAS_NUM_THREADS: threads,
      MKL_NUM_THREADS: threads,
      POLARS_MAX_THREADS: threads,
    },
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new TaskError(`${name} failed:\n${decoder.decode(stderr)}`);
  const [line, measured] = decoder.decode(stdout).trim().split("\n").slice(-2);
  return { ...JSON.parse(line), process: JSON.parse(measured) };
}

function report(file: string, load: number, runs: Record<"python" | "project", Run[]>): number {
  const { text, differing } = checkTable(runs);
  console.log(
    [
      `${file}: medians of ${runs.project.length} interleaved rounds`,
      `${THREADS} threads on both sides, ${navigator.hardwareConcurrency} processors, ` +
      `load before the start ${load.toFixed(2)}`,
      environmentLine("Python", runs.python[0]),
      environmentLine("Project", runs.project[0]),
      "",
      timeTable(runs),
      "",
      text,
    ].join("\n"),
  );
  if (load > BUSY) console.error("The machine was busy with other work: do not quote these times.");
  if (differing.length > 0) console.error(`Not the same work: ${differing.join(", ")} differ.`);
  return differing.length > 0 ? 1 : 0;
}
