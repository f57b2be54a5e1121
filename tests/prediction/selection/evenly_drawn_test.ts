import pl from "nodejs-polars";
import { evenlyDrawn } from "../../../src/prediction/selection/evenly_drawn.ts";
import { assertEquals } from "@std/assert";

Deno.test("evenlyDrawn: takes evenly spaced rows of a table, where there are more than needed", () => {
  assertEquals(evenlyDrawn(pl.DataFrame({ n: [10, 11, 12, 13] }), 2).rows, [0, 2]);
});
