import type { MigrationRow } from "../figures/segments/migration_chart.ts";
import type { ReportMigration } from "./report_migration.ts";

/**
 * Writes the matrices of a migration as rows of the chart, entries and exits among them.
 *
 * @param migration Who moved between the segments.
 * @returns One row per pair of segments, then the new customers, then those who are missing.
 *
 * @example
 * ```ts
 * import { migrationRows } from "./migration_rows.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = migrationRows({
 *   segments: ["Regular"], customers: [[60]], no_purchase_since: [[20]],
 *   entries: { customers: [30], revenue: [900] }, exits: { customers: [0], revenue: [0] },
 * });
 * assertEquals(rows.slice(0, 2), [
 *   { from: "Regular", to: "Regular", customers: 60, no_purchase_since: 20 },
 *   { from: null, to: "Regular", customers: 30, no_purchase_since: 0 },
 * ]);
 * ```
 */
export function migrationRows(
  migration: Pick<
    ReportMigration,
    "segments" | "customers" | "no_purchase_since" | "entries" | "exits"
  >,
): MigrationRow[] {
  const { segments, customers, no_purchase_since, entries, exits } = migration;
  return [
    ...segments.flatMap((from, i) =>
      segments.map((to, j) => (
        { from, to, customers: customers[i][j], no_purchase_since: no_purchase_since[i][j] }
      ))
    ),
    ...segments.map((to, j) => (
      { from: null, to, customers: entries.customers[j], no_purchase_since: 0 }
    )),
    ...segments.map((from, i) => (
      { from, to: null, customers: exits.customers[i], no_purchase_since: 0 }
    )),
  ];
}
