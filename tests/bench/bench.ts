/**
 * Does the same work in Python (pandas, scikit-learn) and in the project, in turns and each time in a
 * process of its own, and prints how long it takes, the memory needed, the results of both, and
 * whether the goals were reached. Only differing results are a failure, never a time.
 *
 * deno task bench [--input FILE] [--only CASE]… [--rounds N]
 *
 * @module
 */
import { parseArgs } from "node:util";
import { transactionsToCsv } from "../../src/transactions/synthesis/csv.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { ONLINE_RETAIL, realDataPath } from "../real_data.ts";
import { exitWith, fromWhereTyped, ROOT, TaskError } from "../tools/project.ts";
import { ensureEnvironment } from "../tools/python_environment.ts";
import { align, checkTable, environmentLine, timeTable } from "./bench_table.ts";
import { caseNames, loadCase } from "./find_cases.ts";
import { judgeReach } from "./judge_reach.ts";
import { measureSides, THREADS } from "./measure_sides.ts";

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
  const { input, only, rounds } = readOptions(Deno.args);
  const python = await ensureEnvironment(["tests/bench/requirements.txt"]);
  await Deno.mkdir(`${ROOT}/out`, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: `${ROOT}/out`, prefix: "bench-" });
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
      const options = { python, name, rounds, transactions, folder: `${folder}/${name}` };
      outcomes.push(await runCase(options));
    }
    return summary(outcomes, load);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        input: { type: "string" },
        only: { type: "string", multiple: true },
        rounds: { type: "string", default: "3" },
      },
    });
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 1) {
      throw new TaskError(`--rounds must be a positive whole number, not "${values.rounds}".`);
    }
    const names = caseNames(), only = values.only ?? names;
    const unknown = only.find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw new TaskError(`--only must be one of ${names.join(", ")}, not "${unknown}".`);
    }
    const input = values.input === undefined ? undefined : fromWhereTyped(values.input);
    if (input !== undefined && !Deno.statSync(input).isFile) {
      throw new TaskError(`--input must be a file of transaction lines: ${input} is none.`);
    }
    return { input, only, rounds };
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

/** Makes a case's input, runs its sides, prints its tables; one that fails leaves the others be. */
async function runCase(
  { python, name, rounds, transactions, folder }: {
    python: string;
    name: string;
    rounds: number;
    transactions: string;
    folder: string;
  },
): Promise<Outcome> {
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
