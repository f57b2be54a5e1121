import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { encodePurchases } from "../../../src/recommendation/matrix/encode_purchases.ts";
import { groupPopularity } from "../../../src/recommendation/ranking/group_popularity.ts";
import { purchaseHistories } from "../../../src/recommendation/matrix/purchase_histories.ts";
import { lines, SHOP } from "../purchases.ts";

// CUP: Ada, Bob. JAM: Bob, Cyd. PEN: Cyd. POST: Ada. TEA: Ada, Bob.
const histories = purchaseHistories(encodePurchases(lines(SHOP)), { excludeServices: false });

Deno.test("groupPopularity: own and everyone's shares are averaged, by hand", () => {
  const { members, buyers, shares } = groupPopularity(histories, [0, 1], 6);
  assertEquals([members, ...buyers], [2, 2, 1, 0, 1, 2]);
  const expected = [2 + 6 * 2 / 3, 1 + 6 * 2 / 3, 6 / 3, 1 + 6 / 3, 2 + 6 * 2 / 3];
  shares.forEach((share, i) => assertAlmostEquals(share, expected[i] / (2 + 6)));
});

Deno.test("groupPopularity: an empty group has everyone's shares, everyone keeps their own", () => {
  const everyone = groupPopularity(histories, [0, 1, 2], 7).shares;
  const nobody = groupPopularity(histories, [], 7);
  assertEquals(nobody.members, 0);
  [2 / 3, 2 / 3, 1 / 3, 1 / 3, 2 / 3].forEach((share, i) => {
    assertAlmostEquals(everyone[i], share);
    assertAlmostEquals(nobody.shares[i], share);
  });
});

Deno.test("groupPopularity: refuses a strength that is no number above 0", () => {
  for (const strength of [0, -1, NaN, Infinity]) {
    assertThrows(() => groupPopularity(histories, [0], strength), RangeError, `got ${strength}`);
  }
});
