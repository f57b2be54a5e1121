import pl, { type DataFrame } from "nodejs-polars";
import type { AssociationRule } from "./association_rules.ts";

/**
 * Lists association rules as a table, in the order given.
 *
 * @param rules Rules, all of them or those to show.
 * @returns `antecedents` (ids, separated by a comma and a space), `consequent` (id), `baskets`
 * (number with all of these products), `support, confidence, lift, leverage` and the corrected
 * `p_value`, one row per rule.
 *
 * @example
 * ```ts
 * import { associationRulesTable } from "./association_rules_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const table = associationRulesTable([{
 *   antecedents: ["CUP", "JAM"], consequent: "TEA", baskets: 3, support: .375, confidence: .75,
 *   lift: 1.5, leverage: .125, conviction: 2, p_value: .0078125,
 * }]);
 * assertEquals(table.row(0), ["CUP, JAM", "TEA", 3, .375, .75, 1.5, .125, .0078125]);
 * ```
 */
export function associationRulesTable(rules: readonly AssociationRule[]): DataFrame {
  const numbers = (name: string, of: (rule: AssociationRule) => number) =>
    pl.Series(name, Float64Array.from(rules, of), pl.Float64);
  return pl.DataFrame([
    pl.Series("antecedents", rules.map((rule) => rule.antecedents.join(", ")), pl.Utf8),
    pl.Series("consequent", rules.map((rule) => rule.consequent), pl.Utf8),
    pl.Series("baskets", Int32Array.from(rules, (rule) => rule.baskets), pl.Int32),
    numbers("support", (rule) => rule.support),
    numbers("confidence", (rule) => rule.confidence),
    numbers("lift", (rule) => rule.lift),
    numbers("leverage", (rule) => rule.leverage),
    numbers("p_value", (rule) => rule.p_value),
  ]);
}
