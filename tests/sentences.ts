import { assert, assertEquals, assertMatch } from "@std/assert";
import { NO_DATA } from "../src/words/sentences.ts";

/**
 * Tests a function that puts rows into a sentence: neither their order nor what is missing in them
 * does harm.
 *
 * @param name Name of the function.
 * @param read The function.
 * @param rows Typical rows.
 * @param inAnyOrder Whether the order of the rows changes nothing; default true.
 */
export function testSentence(
  name: string,
  read: (rows: readonly object[]) => string,
  rows: readonly object[],
  inAnyOrder = true,
): void {
  Deno.test(`${name}: is one sentence in words, whatever the order of the rows`, () => {
    const sentence = read(Object.freeze(rows.map((row) => Object.freeze({ ...row }))));
    assertMatch(sentence, /^[A-Z0-9].*\.$/);
    assert(!/NaN|undefined|null|Infinity/.test(sentence), sentence);
    assert(!/\d\.\d{4,}/.test(sentence), `raw decimals: ${sentence}`);
    if (inAnyOrder) assertEquals(read([...rows].reverse()), sentence);
  });

  Deno.test(`${name}: says so where there is no data, and reads a single row`, () => {
    assertEquals(read([]), NO_DATA);
    for (const row of rows.slice(0, 3)) {
      assert(!/NaN|undefined|null|Infinity/.test(read([row])), read([row]));
      const missing = Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, typeof value === "number" ? NaN : value]),
      );
      assert(!/NaN|undefined|null|Infinity/.test(read([missing])), read([missing]));
    }
  });
}
