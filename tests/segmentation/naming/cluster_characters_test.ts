import pl from "nodejs-polars";
import { clusterCharacters } from "../../../src/segmentation/naming/cluster_characters.ts";
import { assertEquals } from "@std/assert";

Deno.test("clusterCharacters: gathers what the names of clusters are made of", () => {
  const customers = pl.DataFrame({ monetary_value: [30, 10, 20] });
  const [big] = clusterCharacters(customers, Int32Array.of(0, 1, 1), 2, []);
  assertEquals(big, { effects: { monetary_value: 1 }, relativeSpend: 1.5, seasonal: false });
});
