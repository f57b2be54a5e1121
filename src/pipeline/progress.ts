/** Output of progress: a terminal that can be redrawn, or plain lines. */
export interface ProgressOutput {
  readonly isTerminal: boolean;
  write(text: string): void;
}

/** One finished stage of a run. */
export interface StageRecord {
  readonly name: string;
  readonly seconds: number;
  readonly rows_in: number;
  readonly rows_out: number;
}

/** Runs stages one after the other, tells of them and remembers how long each took. */
export interface Progress {
  /** Runs `work` as a stage; `describe` says in a few words what came of it. */
  stage<T>(name: string, rowsIn: number, work: () => T, describe: (result: T) => Outcome): T;
  readonly stages: readonly StageRecord[];
}

/** Outcome of a stage. */
export interface Outcome {
  readonly rows: number;
  readonly words: string;
}

/** Standard error as the place where progress goes, so that results can be piped. */
export const STANDARD_ERROR: ProgressOutput = {
  get isTerminal() {
    return Deno.stderr.isTerminal();
  },
  write: (text) => void Deno.stderr.writeSync(new TextEncoder().encode(text)),
};

/** A place where progress is not shown. */
export const SILENT: ProgressOutput = { isTerminal: false, write: () => {} };

/**
 * Tells of the stages of a run: redrawn in place on a terminal, one quiet line each in a pipe.
 */
export function createProgress(total: number, output: ProgressOutput = SILENT): Progress {
  const stages: StageRecord[] = [];
  return {
    stages,
    stage(name, rowsIn, work, describe) {
      const number = `[${String(stages.length + 1).padStart(String(total).length)}/${total}]`;
      if (output.isTerminal) output.write(`${bar(stages.length, total)} ${name} …`);
      const start = performance.now();
      const result = work();
      const seconds = (performance.now() - start) / 1000;
      const { rows, words } = describe(result);
      stages.push({ name, seconds, rows_in: rowsIn, rows_out: rows });
      const line = `${number} ${name.padEnd(18)} ${words.padEnd(58)} ${seconds.toFixed(1)} s\n`;
      output.write(output.isTerminal ? `\r\x1b[2K${line}` : line);
      return result;
    },
  };
}

function bar(done: number, total: number): string {
  const width = 20, filled = Math.round((width * done) / total);
  return `${"█".repeat(filled)}${"░".repeat(width - filled)}`;
}
