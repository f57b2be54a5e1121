import {
  DEFAULT_PLAN,
  discoverName,
} from "../../../src/recommendation/selection/recommendation_plan.ts";
import { assertEquals } from "@std/assert";

Deno.test("DEFAULT_PLAN: what is done where there is no earlier period to choose on", () => {
  assertEquals([DEFAULT_PLAN.discover.model, DEFAULT_PLAN.rebuy.model], ["item_cosine", "rebuy"]);
});

Deno.test("discoverName: names a way to discover as the leaderboards do", () => {
  assertEquals(discoverName({ model: "ease", lambda: 200, trendPower: 1 }), "ease_trend");
});
