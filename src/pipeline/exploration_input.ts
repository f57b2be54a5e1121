import type { ReportInput } from "../report/report_input.ts";
import type { Exploration } from "../exploration/explore.ts";

/**
 * Prepares what the report shows of the exploration.
 *
 * @param exploration All tables of the exploration.
 * @returns Plain rows, a part of `ReportInput`.
 */
export function explorationInput(exploration: Exploration) {
  const { gini, productChanges, outliers, ...tables } = exploration;
  return {
    ...tables,
    giniCoefficient: gini,
    productChanges: [...productChanges.rising, ...productChanges.falling],
    comparedWindows: productChanges,
    outliers: outliers.map((line) => ({
      ...line,
      invoice_date: line.invoice_date.toISOString().slice(0, 16),
    })),
  } satisfies Partial<ReportInput>;
}
