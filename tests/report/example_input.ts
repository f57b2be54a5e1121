import type { ReportInput } from "../../src/report/report_input.ts";
import example from "./report_input.json" with { type: "json" };

/** One realistic report, made by report_input.py from the UCI Online Retail file; a fresh copy. */
export function exampleInput(): ReportInput {
  return structuredClone(example) as unknown as ReportInput;
}
