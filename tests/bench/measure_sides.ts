import { ROOT, TaskError } from "../tools/project.ts";
import type { BenchCase } from "./bench_case.ts";
import type { Rounds, Run } from "./bench_table.ts";

/** Threads that libraries may start, the same on all sides. */
export const THREADS = 2;

const FOLDER = `${ROOT}/tests/bench`;
const ENVIRONMENT = Object.fromEntries(
  ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "POLARS_MAX_THREADS"]
    .map((name) => [name, String(THREADS)]),
);

/** What the project's side may do: read, and load Polars. */
const PERMISSIONS = [
  "--no-prompt",
  "--frozen",
  "--allow-read",
  "--allow-env=PATH,POLARS_FMT_MAX_ROWS,POLARS_MAX_THREADS",
  "--allow-sys=cpus,hostname,networkInterfaces",
  `--allow-ffi=${ROOT}/node_modules`,
];

/** What {@linkcode measureSides} runs. */
export interface MeasureOptions {
  readonly python: string;
  readonly name: string;
  readonly input: string;
  readonly rounds: number;
}

/**
 * Runs all sides of a case in turns, each time as a process of its own.
 *
 * @throws {TaskError} If a side fails.
 */
export async function measureSides(
  { beside = [] }: BenchCase,
  { python, name, input, rounds }: MeasureOptions,
): Promise<Rounds> {
  const inPython = (...of: string[]) => [python, `${FOLDER}/run_case.py`, name, input, ...of];
  const inDeno = (...of: string[]) => [
    ...[Deno.execPath(), "run", ...PERMISSIONS, `${FOLDER}/run_case.ts`, name, input, ...of],
  ];
  const sides: [side: string, command: string[], runs: Run[]][] = [
    ["Python", inPython(), []],
    ...beside.map((other): [string, string[], Run[]] => [
      other.name,
      "run" in other ? inDeno(other.name) : inPython(other.python),
      [],
    ]),
    ["project", inDeno(), []],
  ];
  for (let round = 1; round <= rounds; round++) {
    for (const [side, command, runs] of sides) {
      const run = await measure(python, command, `${name}, ${side}, round ${round}`);
      console.error(
        `${name}, round ${round} of ${rounds}, ${side}: ${run.process.seconds.toFixed(1)} s`,
      );
      runs.push(run);
    }
  }
  const runsOf = sides.map(([side, , runs]) => [side, runs] as const);
  return {
    python: runsOf[0][1],
    project: runsOf[runsOf.length - 1][1],
    beside: Object.fromEntries(runsOf.slice(1, -1)),
  };
}

/** Runs one side as its own process; its last two lines are its report and the measurement. */
async function measure(python: string, command: string[], name: string): Promise<Run> {
  const { success, stdout, stderr } = await new Deno.Command(python, {
    args: [`${FOLDER}/measure.py`, ...command],
    cwd: ROOT,
    env: ENVIRONMENT,
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new TaskError(`${name} failed:\n${decoder.decode(stderr)}`);
  const [line, measured] = decoder.decode(stdout).trim().split("\n").slice(-2);
  return { ...JSON.parse(line), process: JSON.parse(measured) };
}
