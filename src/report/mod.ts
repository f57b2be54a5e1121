/**
 * Report: the whole page from the results of a run.
 *
 * @module
 */
export { renderReport } from "./render_report.ts";
