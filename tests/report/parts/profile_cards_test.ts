import { profileCards } from "../../../src/report/parts/profile_cards.ts";
import { assert } from "@std/assert";

Deno.test("profileCards: writes one profile card per segment", () => {
  const { markup } = profileCards([{
    name: "Regular",
    customers: 900,
    share_of_revenue: 0.31,
    traits: [{ words: "4 orders against 2" }],
    stable: false,
  }]);
  assert(markup.includes("4 orders against 2") && markup.includes("unstable"));
});
