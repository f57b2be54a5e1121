import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatNumber, formatPercent } from "../words/numbers.ts";
import type { SilhouetteBladesRow } from "../figures/segments/silhouette_blades_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/** What the blade of one segment says. */
interface Blade {
  readonly segment: string;
  readonly mean: number;
  readonly misplaced: number;
}

/**
 * Reads the silhouettes of the customers: the clearest and the vaguest segment, and how many
 * customers are nearer to another one.
 *
 * @param rows One row per customer.
 * @returns One or two sentences.
 *
 * @example
 * ```ts
 * import { readSilhouetteBlades } from "./read_silhouette_blades.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readSilhouetteBlades([
 *     { cluster: 0, segment: "High-Value", silhouette: 0.6 },
 *     { cluster: 1, segment: "At-Risk", silhouette: 0.5 },
 *     { cluster: 1, segment: "At-Risk", silhouette: -0.1 },
 *     { cluster: 1, segment: "At-Risk", silhouette: 0.2 },
 *   ]),
 *   "The clearest segment is High-Value (mean silhouette 0.60), the vaguest At-Risk (0.20). " +
 *     "25.0\u00a0% of the customers are nearer to another segment than to their own, all of them " +
 *     "in At-Risk.",
 * );
 * ```
 */
export function readSilhouetteBlades(rows: readonly SilhouetteBladesRow[]): string {
  const customers = finiteRows(rows, "cluster", "silhouette");
  if (customers.length === 0) return NO_DATA;
  const blades = bladesOf(customers).sort((a, b) => b.mean - a.mean);
  const [clearest, vaguest] = [blades[0], blades[blades.length - 1]];
  const mean = (blade: Blade) => formatNumber(blade.mean, 2);
  const compared = blades.length === 1
    ? `The mean silhouette of ${clearest.segment} is ${mean(clearest)}.`
    : `The clearest segment is ${clearest.segment} (mean silhouette ${mean(clearest)}), ` +
      `the vaguest ${vaguest.segment} (${mean(vaguest)}).`;
  const misplaced = blades.reduce((sum, blade) => sum + blade.misplaced, 0);
  if (misplaced === 0) return `${compared} No customer is nearer to another segment.`;
  const most = blades.reduce((a, b) => (b.misplaced > a.misplaced ? b : a));
  const share = formatPercent(misplaced / customers.length, 1);
  return `${compared} ${share} of the customers are nearer to another segment than to their own` +
    (blades.length === 1 ? "." : `, ${partOf(most.misplaced, misplaced)} in ${most.segment}.`);
}

function partOf(some: number, all: number): string {
  if (some === all) return "all of them";
  return some > all / 2 ? "most of them" : "the largest part of them";
}

function bladesOf(rows: readonly SilhouetteBladesRow[]): Blade[] {
  const clusters = [...new Set(rows.map((row) => row.cluster))].sort((a, b) => a - b);
  return clusters.map((cluster) => {
    const members = rows.filter((row) => row.cluster === cluster);
    const values = members.map((row) => row.silhouette).sort((a, b) => a - b);
    return {
      segment: members[0].segment,
      mean: values.reduce((sum, value) => sum + value, 0) / values.length,
      misplaced: values.filter((value) => value < 0).length,
    };
  });
}
