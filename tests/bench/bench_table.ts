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

/** Runs of both sides; the same position is the same round. */
export interface Rounds {
  readonly python: readonly Run[];
  readonly project: readonly Run[];
}

/**
 * Relative differences that are allowed between the two sides' results. Random starts and random
 * trees differ in their numbers; everything else must be equal to rounding.
 */
const TOLERANCES: readonly (readonly [check: RegExp, tolerance: number])[] = [
  [/random forest/, 0.02],
  [/inertia|silhouette/, 0.01],
  [/logistic/, 1e-3],
];
const ROUNDING = 1e-9;

/**
 * Lays out the medians of all rounds: per stage, in total and for the whole process, with ratios
 * above 1 where the project needs less.
 *
 * @param rounds At least one run of each side.
 * @returns Lines of text, columns aligned.
 * @throws {TypeError} If the sides ran different stages, because their totals say nothing then.
 */
export function timeTable({ python, project }: Rounds): string {
  const stages = Object.keys(python[0].seconds);
  const others = Object.keys(project[0].seconds);
  const single = [...new Set(stages).symmetricDifference(new Set(others))];
  if (single.length > 0) {
    throw new TypeError(`Comparing stages: only one side ran ${single.join(", ")}.`);
  }
  const row = (name: string, of: (run: Run) => number, unit = "s") => {
    const [theirs, ours] = [python.map(of), project.map(of)];
    const ratios = theirs.map((value, round) => value / ours[round]);
    const decimals = unit === "s" ? 3 : 0;
    return [
      name,
      `${median(theirs).toFixed(decimals)} ${unit}`,
      `${median(ours).toFixed(decimals)} ${unit}`,
      (median(theirs) / median(ours)).toFixed(2),
      `${quantile(ratios, 0).toFixed(2)} … ${quantile(ratios, 1).toFixed(2)}`,
    ];
  };
  const rule = ["", "", "", "", ""];
  return align([
    ["stage", "Python", "project", "Python ÷ project", "in single rounds"],
    rule,
    ...stages.map((stage) => row(stage, (run) => run.seconds[stage])),
    rule,
    row("all stages", total),
    row("whole process", (run) => run.process.seconds),
    row("processor time", (run) => run.process.processor_seconds),
    row("peak memory", (run) => run.process.peak_bytes / 2 ** 20, "MiB"),
  ]);
}

/**
 * Lays out the results of both sides beside each other.
 *
 * @param rounds At least one run of each side; the last round is shown.
 * @returns Lines of text, columns aligned, and the names of the results that differ by more than
 * their tolerance.
 */
export function checkTable({ python, project }: Rounds): { text: string; differing: string[] } {
  const theirs = python[python.length - 1].checks;
  const ours = project[project.length - 1].checks;
  const differing: string[] = [];
  const rows = Object.keys({ ...theirs, ...ours }).map((name) => {
    const tolerance = TOLERANCES.find(([check]) => check.test(name))?.[1] ?? ROUNDING;
    const difference = Math.abs(theirs[name] - ours[name]) /
      Math.max(Math.abs(theirs[name]), 1e-300);
    const isSame = difference <= tolerance || theirs[name] === ours[name];
    if (!isSame) differing.push(name);
    return [name, shortNumber(theirs[name]), shortNumber(ours[name]), isSame ? "same" : "DIFFERS"];
  });
  return {
    text: align([["result", "Python", "project", ""], ["", "", "", ""], ...rows]),
    differing,
  };
}

/** Says in one line what a side ran on. */
export function environmentLine(name: string, { versions, threads }: Run): string {
  const parts = (record: Readonly<Record<string, string | number>>) =>
    Object.entries(record).map(([key, value]) => `${key} ${value}`).join(", ");
  return `${name}: ${parts(versions)}; threads: ${parts(threads)}`;
}

function total({ seconds }: Run): number {
  return Object.values(seconds).reduce((sum, value) => sum + value, 0);
}

/** Whole numbers in full, others to six digits. */
function shortNumber(value: number | undefined): string {
  if (value === undefined) return "missing";
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(10)));
}

/** The first column to the left, the others to the right; a row of empty cells is a line. */
function align(rows: readonly (readonly string[])[]): string {
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
