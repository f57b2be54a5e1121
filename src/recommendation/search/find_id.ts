import { InputError } from "../../frames/errors.ts";
import { nearMatches } from "./near_matches.ts";
import { normalisedName, quotedShort } from "./product_texts.ts";

/**
 * Finds the id, or the name that serves as one, that somebody typed: exactly, or else with case and
 * spaces aside.
 *
 * @param kind What the ids are of, such as "customer", for the message.
 * @param ids Known ids, in any order.
 * @param typed What was typed.
 * @returns The id as it is known.
 * @throws {InputError} If there is no such id, with near ones; or if it could be several.
 *
 * @example
 * ```ts
 * import { findId } from "./find_id.ts";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * assertEquals(findId("country", ["Eire", "Germany"], "germany "), "Germany");
 * assertThrows(
 *   () => findId("customer", ["17850", "13047"], "17580"), Error,
 *   'There is no customer "17580". Did you mean 17850?',
 * );
 * ```
 */
export function findId(kind: string, ids: Iterable<string>, typed: string): string {
  const known = new Set(ids);
  if (known.has(typed)) return typed;
  const text = normalisedName(typed);
  const alike = [...known].filter((id) => text !== "" && normalisedName(id) === text).sort();
  if (alike.length === 1) return alike[0];
  if (alike.length > 1) {
    throw new InputError(
      `${quotedShort(typed)} could be ${
        alike.slice(0, 5).join(" or ")
      }: write the ${kind} exactly.`,
    );
  }
  const near = nearMatches(typed, known);
  throw new InputError(
    `There is no ${kind} ${quotedShort(typed)}.` +
      (near.length > 0 ? ` Did you mean ${near.join(", ")}?` : ""),
  );
}
