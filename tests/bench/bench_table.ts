import { median, quantile } from "../../src/numeric/quantile.ts";

/** What one side of the benchmark reports of one run. */
export interface Run {
  /** Seconds per stage, in order. */
  readonly seconds: Readonly<Record<string, number>>;
  /** Results that show what was computed. */
  readonly checks: Readonly<Record<string, number>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly threads: Readonly<Record<string, number>>;
  /** The whole process, as the operating system saw it. */
  readonly process: {
    readonly seconds: number;
    readonly processor_seconds: number;
    readonly peak_bytes: number;
  };
}

/** Runs of all sides; the same position is the same round. */
export interface Rounds {
  readonly python: readonly Run[];
  readonly project: readonly Run[];
  /** Third sides, by their headings. */
  readonly beside?: Readonly<Record<string, readonly Run[]>>;
}

type Figure = (run: Run) => number | undefined;

const ROUNDING = 1e-9;

/**
 * Lays out the medians of all rounds: per stage, in total and for the whole process, with ratios
 * above 1 where the project needs less. A side beside them may have stages of its own.
 *
 * @param rounds At least one run of each side.
 * @returns Lines of text, columns aligned.
 * @throws {TypeError} If Python and the project ran different stages, because their totals say
 * nothing then.
 */
export function timeTable({ python, project, beside = {} }: Rounds): string {
  const single = new Set(stagesOf(python)).symmetricDifference(new Set(stagesOf(project)));
  if (single.size > 0) {
    throw new TypeError(`Comparing stages: only one side ran ${[...single].join(", ")}.`);
  }
  const others = { Python: python, ...beside };
  const row = (name: string, of: Figure, unit = "s") => {
    const ours = figures(project, of);
    const shown = (values: readonly number[] | undefined) =>
      values ? `${median(values).toFixed(unit === "s" ? 3 : 0)} ${unit}` : "–";
    return [
      name,
      ...Object.values(others).map((runs) => shown(figures(runs, of))),
      shown(ours),
      ...Object.values(others).flatMap((runs) => ratios(figures(runs, of), ours)),
    ];
  };
  const heading = [
    "stage",
    ...Object.keys(others),
    "project",
    ...Object.keys(others).flatMap((name) => [`${name} ÷ project`, "in single rounds"]),
  ];
  const rule = heading.map(() => "");
  const stages = new Set([project, ...Object.values(beside)].flatMap(stagesOf));
  return align([
    heading,
    rule,
    ...Array.from(stages, (stage) => row(stage, (run) => run.seconds[stage])),
    rule,
    row("all stages", totalSeconds),
    row("whole process", (run) => run.process.seconds),
    row("processor time", (run) => run.process.processor_seconds),
    row("peak memory", (run) => run.process.peak_bytes / 2 ** 20, "MiB"),
  ]);
}

/**
 * Lays out the results of all sides next to each other. Python and the project have to state the
 * same results; a side beside them may state fewer.
 *
 * @param rounds At least one run of each side; the last round is shown.
 * @param tolerances Relative differences allowed, by name; 1e-9 for all others.
 * @returns Lines of text, columns aligned, and the names of the results that differ by more than
 * their tolerance.
 */
export function checkTable(
  { python, project, beside = {} }: Rounds,
  tolerances: readonly (readonly [check: RegExp, tolerance: number])[] = [],
): { text: string; differing: string[] } {
  const [theirs, ours, ...others] = [python, project, ...Object.values(beside)]
    .map((runs) => runs[runs.length - 1].checks);
  const differing: string[] = [];
  const rows = Object.keys(Object.assign({}, theirs, ours, ...others)).map((name) => {
    const tolerance = tolerances.find(([check]) => check.test(name))?.[1] ?? ROUNDING;
    const isSame = isClose(theirs[name], ours[name], tolerance) &&
      others.every((other) => !(name in other) || isClose(theirs[name], other[name], tolerance));
    if (!isSame) differing.push(name);
    return [
      name,
      shortNumber(theirs[name], "missing"),
      ...others.map((other) => shortNumber(other[name], "–")),
      shortNumber(ours[name], "missing"),
      isSame ? "same" : "DIFFERS",
    ];
  });
  const heading = ["result", "Python", ...Object.keys(beside), "project", ""];
  return { text: align([heading, heading.map(() => ""), ...rows]), differing };
}

/** What all stages of a run took together. */
export function totalSeconds({ seconds }: Run): number {
  return Object.values(seconds).reduce((sum, value) => sum + value, 0);
}

/** Says in one line what a side ran on. */
export function environmentLine(name: string, { versions, threads }: Run): string {
  const parts = (record: Readonly<Record<string, string | number>>) =>
    Object.entries(record).map(([key, value]) => `${key} ${value}`).join(", ");
  return `${name}: ${parts(versions)}; threads: ${parts(threads)}`;
}

function stagesOf(runs: readonly Run[]): string[] {
  return Object.keys(runs[0].seconds);
}

/** One figure of every run, if the side has it. */
function figures(runs: readonly Run[], of: Figure): number[] | undefined {
  const values = runs.map(of).filter((value) => value !== undefined);
  return values.length > 0 ? values : undefined;
}

/** The ratio of the medians, and the least and greatest of single rounds. */
function ratios(theirs: number[] | undefined, ours: number[] | undefined): [string, string] {
  if (!theirs || !ours) return ["–", "–"];
  const single = theirs.map((value, round) => value / ours[round]);
  return [
    (median(theirs) / median(ours)).toFixed(2),
    `${quantile(single, 0).toFixed(2)} … ${quantile(single, 1).toFixed(2)}`,
  ];
}

function isClose(theirs: number, ours: number, tolerance: number): boolean {
  const difference = Math.abs(theirs - ours) / Math.max(Math.abs(theirs), 1e-300);
  return difference <= tolerance || theirs === ours;
}

/** Whole numbers in full, others to ten digits. */
function shortNumber(value: number | undefined, missing: string): string {
  if (value === undefined) return missing;
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(10)));
}

/** The first column to the left, the others to the right; a row of empty cells is a line. */
export function align(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => [...row[column]].length))
  );
  return rows.map((row) =>
    row.map((cell, column) => {
      const gap = " ".repeat(widths[column] - [...cell].length);
      if (row.every((each) => each === "")) return "─".repeat(widths[column]);
      return column === 0 ? cell + gap : gap + cell;
    }).join("  ").trimEnd()
  ).join("\n");
}
