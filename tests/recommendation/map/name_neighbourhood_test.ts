import { assertEquals } from "@std/assert";
import { nameNeighbourhood } from "../../../src/recommendation/map/name_neighbourhood.ts";

Deno.test("nameNeighbourhood: the longest words that most share, in any case of letters", () => {
  const names = ["RED HOT WATER BOTTLE", "Hot Water Bottle, grey", "MAT KEEP CALM"];
  assertEquals(nameNeighbourhood(names), "HOT WATER BOTTLE");
  assertEquals(nameNeighbourhood(["SET OF 3 TINS", "SET OF 3 CUPS"]), "SET OF 3 TINS");
  assertEquals(nameNeighbourhood([]), "");
});
