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
