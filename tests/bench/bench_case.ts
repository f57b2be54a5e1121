/** What a case's work is given: where it says how long it took and what came out. */
export interface Bench {
  /**
   * Times one stage of the work.
   *
   * @param name The stage's name, the same on both sides.
   * @param work What is timed.
   * @returns What the work returned.
   */
  stage<T>(name: string, work: () => T | Promise<T>): Promise<T>;
  /** States a result that shows what was computed; both sides have to agree on it. */
  check(name: string, value: number): void;
}

/** Does a case's work on its input file, in a process of its own. */
export type Work = (bench: Bench, input: string) => Promise<void>;

/** From what a case makes its input. */
export interface InputSource {
  /** A CSV file in the columns of UCI "Online Retail". */
  readonly transactions: string;
  /** An empty folder that is removed when the case is done. */
  readonly folder: string;
  /** Runs a Python program of this folder and waits for it. */
  readonly python: (program: string, ...args: string[]) => Promise<void>;
}

/** A third side: part of the work, or the same by another library. */
export type Beside =
  & {
    /** The column's heading. */
    readonly name: string;
  }
  & (
    | { readonly run: Work }
    /** The function's name in the case's Python module. */
    | { readonly python: string }
  );

/** A goal: a share of another side's time, or a limit on the project's own time or memory. */
export type Reach =
  & {
    /** The stage that is meant, if not all of them. */
    readonly stage?: string;
  }
  & (
    | { readonly ratio: number; readonly to: string }
    | { readonly seconds: number }
    | { readonly peakBytes: number }
  );

/**
 * One comparison: `cases/NAME.ts` exports it as default, and `cases/NAME.py` does the same work in
 * Python as `run(bench, input)`.
 */
export interface BenchCase {
  /** What is compared, in a line. */
  readonly title: string;
  /**
   * Makes the file that all sides work on. Without it that is the file of transactions.
   *
   * @returns The file's path.
   */
  readonly input?: (source: InputSource) => Promise<string>;
  /** The project's side. */
  readonly run: Work;
  readonly beside?: readonly Beside[];
  readonly reach?: readonly Reach[];
  /** Relative differences allowed between results, by name; 1e-9 for all others. */
  readonly tolerances?: readonly (readonly [check: RegExp, tolerance: number])[];
}
