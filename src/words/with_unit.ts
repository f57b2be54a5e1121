/**
 * A label with its unit in brackets, where there is one.
 *
 * @param label What is measured.
 * @param unit Unit or currency. Default: none.
 * @returns The label, with the unit behind it.
 *
 * @example
 * ```ts
 * import { withUnit } from "./with_unit.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([withUnit("revenue", "£"), withUnit("revenue")], ["revenue (£)", "revenue"]);
 * ```
 */
export function withUnit(label: string, unit?: string): string {
  return unit ? `${label} (${unit})` : label;
}

/**
 * The unit of a customer feature, with the shop's currency where the feature is an amount.
 *
 * @param unit Unit of the feature, such as "currency per order".
 * @param currency Sign or code of the currency. Default: not named.
 * @returns The unit; empty for an amount without a currency.
 *
 * @example
 * ```ts
 * import { unitIn } from "./with_unit.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(unitIn("currency per order", "£"), "£ per order");
 * assertEquals(unitIn("currency, last 90 days"), "last 90 days");
 * ```
 */
export function unitIn(unit: string, currency = ""): string {
  return unit.replace(/^currency\b/, currency).replace(/^[, ]+/, "");
}
