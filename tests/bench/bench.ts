/**
 * Does the same work in Python (pandas, scikit-learn) and in the project, in turns and each time in a
 * process of its own, and prints how long it takes, the memory needed, the results of both, and
 * whether the goals were reached. Only differing results are a failure, never a time.
 *
 * deno task bench [--input FILE] [--only CASE]… [--rounds N]
 *
 * @module
 */
import { transactionsToCsv } from "../../src/transactions/synthesis/csv.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { ONLINE_RETAIL, realDataPath } from "../real_data.ts";
import { exitWith, ROOT, TaskError } from "../tools/project.ts";
import { ensureEnvironment } from "../tools/python_environment.ts";
import { align, checkTable, environmentLine, timeTable } from "./bench_table.ts";
import { caseNames, loadCase } from "./find_cases.ts";
import { judgeReach } from "./judge_reach.ts";
import { measureSides, THREADS } from "./measure_sides.ts";
import { readOptions } from "./read_options.ts";

/** Load average above which other work disturbs the measurement. */
const BUSY = 0.5;
/** Enough customers for about as many lines as the UCI file has. */
const DEMO_CUSTOMERS = 9_000;

/** What became of a case: its goals, each in a row, and what is wrong with it. */
interface Outcome {
  readonly goals: readonly string[][];
  readonly fault?: string;
}

await exitWith(async () => {
  const { input, only, rounds } = readOptions(Deno.args, caseNames());
  const python = await ensureEnvironment(["tests/bench/requirements.txt"]);
  await Deno.mkdir(`${ROOT}/out`, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: `${ROOT}/out`, prefix: "bench-" });
  Deno.addSignalListener("SIGINT", () => {
    Deno.removeSync(folder, { recursive: true });
    Deno.exit(130);
  });
  try {
    const transactions = input ?? realDataPath(ONLINE_RETAIL) ?? await demoFile(folder);
    const load = Deno.loadavg()[0];
    console.log(
      `${transactions}: medians of ${rounds} interleaved rounds\n` +
        `${THREADS} threads on all sides, ${navigator.hardwareConcurrency} processors, ` +
        `load before the start ${load.toFixed(2)}`,
    );
    const outcomes: Outcome[] = [];
    for (const name of only) {
      const options = { python, rounds, transactions, folder: `${folder}/${name}` };
      outcomes.push(await runCase(name, options));
    }
    return summary(outcomes, load);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

async function demoFile(folder: string): Promise<string> {
  const { lines } = synthesizeTransactions({ customers: DEMO_CUSTOMERS });
  const path = `${folder}/demo.csv`;
  await Deno.writeTextFile(path, transactionsToCsv(lines));
  return path;
}

/** What every case is run with. */
interface CaseOptions {
  readonly python: string;
  readonly rounds: number;
  readonly transactions: string;
  readonly folder: string;
}

/** Makes a case's input, runs its sides, prints its tables; one that fails leaves the others be. */
async function runCase(name: string, options: CaseOptions): Promise<Outcome> {
  const { python, rounds, transactions, folder } = options;
  await Deno.mkdir(folder);
  try {
    const benchCase = await loadCase(name);
    const run = (program: string, ...args: string[]) => runPython(python, program, args);
    const input = await benchCase.input?.({ transactions, folder, python: run }) ?? transactions;
    const measured = await measureSides(benchCase, { python, name, input, rounds });
    const { text, differing } = checkTable(measured, benchCase.tolerances);
    console.log(
      [
        "",
        `${name}: ${benchCase.title}`,
        environmentLine("Python", measured.python[0]),
        ...Object.entries(measured.beside ?? {}).map(([side, [run]]) => environmentLine(side, run)),
        environmentLine("Project", measured.project[0]),
        "",
        timeTable(measured),
        "",
        text,
      ].join("\n"),
    );
    const goals = (benchCase.reach ?? []).map((goal) => {
      const { reach, measured: figure, isMet } = judgeReach(goal, measured);
      return [`${name}: ${reach}`, figure, isMet ? "met" : "NOT MET"];
    });
    if (differing.length === 0) return { goals };
    return { goals, fault: `${name}: not the same work, ${differing.join(", ")} differ.` };
  } catch (error) {
    if (!(error instanceof TaskError)) throw error;
    return { goals: [], fault: error.message };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function runPython(python: string, program: string, args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(python, {
    args: [`${ROOT}/tests/bench/${program}`, ...args],
  }).output();
  if (!success) throw new TaskError(`${program} failed:\n${new TextDecoder().decode(stderr)}`);
}

function summary(outcomes: readonly Outcome[], load: number): number {
  const goals = outcomes.flatMap((outcome) => outcome.goals);
  const faults = outcomes.flatMap(({ fault }) => fault ?? []);
  if (goals.length > 0) {
    const heading = ["reach", "measured", ""];
    console.log(`\n${align([heading, heading.map(() => ""), ...goals])}`);
  }
  if (load > BUSY) console.error("The machine was busy with other work: do not quote these times.");
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 1 : 0;
}
