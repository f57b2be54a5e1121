import { shorten } from "./format.ts";

/**
 * Writes a product's description for a crowded drawing: in sentence case if it is all capitals, and
 * cut after a whole word where it is too long.
 *
 * @param name Description, or id where there is none; an id without a space stays as it is.
 * @param length Largest number of characters.
 * @returns Short name; "…" says that it was cut.
 *
 * @example
 * ```ts
 * import { shortProductName } from "./short_product_name.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(shortProductName("WHITE  HANGING HEART T-LIGHT HOLDER", 20), "White hanging heart…");
 * assertEquals(shortProductName("85123A", 20), "85123A");
 * ```
 */
export function shortProductName(name: string, length: number): string {
  const plain = name.replace(/\s+/g, " ").trim();
  const capitals = plain.includes(" ") && plain === plain.toUpperCase();
  const text = capitals ? plain[0] + plain.slice(1).toLowerCase() : plain;
  const cut = shorten(text, length);
  if (cut === text) return text;
  // The word that was cut goes, unless little would be left.
  const kept = text.slice(0, text.lastIndexOf(" ", cut.length - 1));
  const whole = text.lastIndexOf(" ", cut.length - 1) > length / 2;
  return whole ? `${kept.replace(/[\s,;:.&/-]+$/, "")}…` : cut;
}
