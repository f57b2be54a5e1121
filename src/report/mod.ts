/**
 * Report: the whole page from the results of a run.
 *
 * @module
 */
export { migrationRows } from "./migration_rows.ts";
export { renderReport } from "./render_report.ts";
export type { ReportInput } from "./report_input.ts";
