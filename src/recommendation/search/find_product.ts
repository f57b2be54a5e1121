import { InputError } from "../../frames/errors.ts";
import { nearMatches } from "./near_matches.ts";
import { normalisedName, quotedShort } from "./product_texts.ts";
import { fitProductWords } from "./product_words.ts";
import { similarByWords } from "./similar_by_words.ts";

/**
 * Finds the product that somebody typed, by its id or by its name; case and spaces do not count
 * unless they decide.
 *
 * @param names Product id to name, in any order.
 * @param typed What was typed.
 * @returns The product's id.
 * @throws {InputError} If there is no such product, with near ones; or if several have that name.
 *
 * @example
 * ```ts
 * import { findProduct } from "./find_product.ts";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const names = new Map([["85123A", "WHITE HANGING HEART"], ["22423", "CAKESTAND"]]);
 * assertEquals(findProduct(names, "white  hanging heart"), "85123A");
 * assertThrows(
 *   () => findProduct(names, "HANGIN HEART"), Error,
 *   'There is no product "HANGIN HEART". Did you mean WHITE HANGING HEART (85123A)?',
 * );
 * ```
 */
export function findProduct(names: ReadonlyMap<string, string>, typed: string): string {
  if (names.has(typed)) return typed;
  const text = normalisedName(typed);
  const ids = [...names.keys()].sort();
  const isTyped = (candidate: string) => text !== "" && normalisedName(candidate) === text;
  for (const alike of [ids.filter(isTyped), ids.filter((id) => isTyped(names.get(id)!))]) {
    if (alike.length === 1) return alike[0];
    if (alike.length > 1) {
      const some = alike.slice(0, 5).map((id) => inWords(id, names));
      throw new InputError(
        `${quotedShort(typed)} could be ${some.join(" or ")}: write the product's id.`,
      );
    }
  }
  const near = nearProducts(ids, names, typed).map((id) => inWords(id, names));
  throw new InputError(
    `There is no product ${quotedShort(typed)}.` +
      (near.length > 0 ? ` Did you mean ${near.join(", ")}?` : ""),
  );
}

/** By spelling, ids and names alike; words in another order are only found by the words. */
function nearProducts(
  ids: readonly string[],
  names: ReadonlyMap<string, string>,
  typed: string,
): string[] {
  const near = nearMatches(typed, [...ids, ...names.values()]);
  const products = near.length > 0
    ? near.flatMap((text) => ids.filter((id) => id === text || names.get(id) === text))
    : similarByWords(fitProductWords(names), typed, 3).map(({ product_id }) => product_id);
  return [...new Set(products)].slice(0, 3);
}

function inWords(id: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(id)!;
  return name === id ? id : `${name} (${id})`;
}
