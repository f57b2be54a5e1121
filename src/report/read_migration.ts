import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { countOf, formatNumber, formatPercent } from "../words/numbers.ts";
import type { MigrationRow } from "../figures/segments/migration_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads a migration: how many customers stayed, the largest move, and where new customers arrived.
 *
 * @param rows One row per pair of segments.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readMigration } from "./read_migration.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readMigration([
 *     { from: "Regular", to: "Regular", customers: 60, no_purchase_since: 0 },
 *     { from: "Regular", to: "Lapsed", customers: 20, no_purchase_since: 15 },
 *     { from: null, to: "Regular", customers: 30, no_purchase_since: 0 },
 *   ]),
 *   "75\u00a0% of 80 customers are in the segment where they were; the largest move is 20 from " +
 *     "Regular to Lapsed (15 of them without a purchase since), and of 30 new customers most (30) " +
 *     "arrived in Regular.",
 * );
 * ```
 */
export function readMigration(rows: readonly MigrationRow[]): string {
  const flows = finiteRows(rows, "customers", "no_purchase_since");
  const both = flows.filter(({ from, to }) => from !== null && to !== null);
  const known = total(both);
  if (known === 0) return NO_DATA;
  const stayed = total(both.filter(({ from, to }) => from === to));
  const parts = [
    `${formatPercent(stayed / known)} of ${countOf(known, "customer")} are in the segment where ` +
    `they were`,
    movesInWords(both.filter(({ from, to }) => from !== to)),
  ];
  return `${parts.join("; ")}${newInWords(flows.filter(({ from }) => from === null))}.`;
}

function movesInWords(moves: readonly MigrationRow[]): string {
  const most = largest(moves);
  if (!most) return "nobody moved";
  const silent = most.no_purchase_since > 0
    ? ` (${formatNumber(most.no_purchase_since)} of them without a purchase since)`
    : "";
  return `the largest move is ${formatNumber(most.customers)} from ${most.from} to ${most.to}` +
    silent;
}

function newInWords(entries: readonly MigrationRow[]): string {
  const most = largest(entries);
  if (!most) return "";
  return `, and of ${countOf(total(entries), "new customer")} most ` +
    `(${formatNumber(most.customers)}) arrived in ${most.to}`;
}

/** The row of most customers; the first by name where several are equal. */
function largest(rows: readonly MigrationRow[]): MigrationRow | undefined {
  const name = ({ from, to }: MigrationRow) => `${from}\n${to}`;
  return rows.filter(({ customers }) => customers > 0)
    .toSorted((a, b) => b.customers - a.customers || (name(a) < name(b) ? -1 : 1))[0];
}

function total(rows: readonly MigrationRow[]): number {
  return rows.reduce((sum, { customers }) => sum + customers, 0);
}
