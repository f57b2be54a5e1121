import { cohortHeatMap } from "../../../src/figures/sales/cohort_heat_map.ts";
import { assert } from "@std/assert";

Deno.test("cohortHeatMap: draws cohorts as a heat map", () => {
  const svg = cohortHeatMap([{ cohort: "2010-12", age_months: 1, share: 0.4, tip: "4 of 10" }], {
    title: "Who comes back",
    showTitle: true,
    width: 720,
    sizes: new Map([["2010-12", "10"]]),
    meaning: "share of the cohort",
    description: "Heat map of retention.",
  });
  assert(svg.includes("Dec 2010 (10)"));
});
