import { packSideBySide } from "../../../src/recommendation/map/pack_side_by_side.ts";
import { assert } from "@std/assert";

Deno.test("packSideBySide: packs drawings side by side", () => {
  const dot = { places: [{ x: 3, y: 4 }], links: [] };
  const [[a], [b]] = packSideBySide([dot, dot]);
  assert(Math.hypot(a.x - b.x, a.y - b.y) >= 1.1);
});
