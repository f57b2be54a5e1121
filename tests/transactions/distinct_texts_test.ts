import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { createRandom } from "../../src/numeric/random.ts";
import { distinctTexts } from "../../src/transactions/distinct_texts.ts";

Deno.test("distinctTexts: ranks are those of Polars' own order, whatever the script", () => {
  const alphabet = ["", "a", "Z", "é", "ｚ", "\u{10000}", "10", "9", " 9", "a\0"];
  const random = createRandom(7);
  const draw = () => Array.from({ length: 500 }, () => alphabet[random.integer(alphabet.length)]);
  const lines = pl.DataFrame({ one: draw(), other: draw() });
  for (const [i, { texts, ranks }] of distinctTexts(lines, ["one", "other"]).entries()) {
    const name = lines.columns[i];
    const sorted = lines.select(name).unique().sort(name).getColumn(name).toArray();
    assertEquals(texts.getColumn(name).toArray(), sorted);
    assertEquals(Array.from(ranks, (rank) => sorted[rank]), lines.getColumn(name).toArray());
  }
});

Deno.test("distinctTexts: no lines have no texts", () => {
  const [{ texts, ranks }] = distinctTexts(pl.DataFrame([pl.Series("id", [], pl.Utf8)]), ["id"]);
  assertEquals([texts.height, ranks.length], [0, 0]);
});
