import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { productNames } from "../../src/transactions/product_names.ts";

const named = (rows: readonly (readonly [string, string])[]) =>
  Object.fromEntries(productNames(pl.DataFrame([
    pl.Series("product_id", rows.map(([id]) => id), pl.Utf8),
    pl.Series("description", rows.map(([, description]) => description), pl.Utf8),
  ])));

Deno.test("productNames: the most frequent description, the first in the alphabet among equals", () => {
  const rows = [["A", "MUG"], ["A", "CUP"], ["A", "MUG"], ["B", "TIN"], ["B", "BOX"]] as const;
  assertEquals(named(rows), { A: "MUG", B: "BOX" });
  assertEquals(named(rows.toReversed()), { A: "MUG", B: "BOX" });
});

Deno.test("productNames: an empty description is none, however frequent; without any the id stands", () => {
  const rows = [["A", ""], ["A", " "], ["A", ""], ["A", " MUG "], ["B", ""]] as const;
  assertEquals(named(rows), { A: "MUG", B: "B" });
  assertEquals(named([]), {});
});
