import pl from "nodejs-polars";
import { assertEquals } from "@std/assert";
import { createRandom } from "../../src/numeric/random.ts";
import { distinctTexts, ranksOf, textsByCode } from "../../src/transactions/distinct_texts.ts";
import { textsHeldOnce } from "../../src/transactions/texts_held_once.ts";

Deno.test("distinctTexts: ranks are those of Polars' own order, whatever the script", () => {
  const alphabet = ["", "a", "Z", "é", "ｚ", "\u{10000}", "10", "9", " 9", "a\0"];
  const random = createRandom(7);
  const draw = () => Array.from({ length: 500 }, () => alphabet[random.integer(alphabet.length)]);
  const written = pl.DataFrame({ one: draw(), other: draw() });
  const lines = textsHeldOnce(written);
  for (const name of lines.columns) {
    const distinct = distinctTexts(lines, name);
    const sorted = written.select(name).unique().sort(name).getColumn(name).toArray();
    assertEquals(distinct.texts.getColumn(name).toArray(), sorted);
    assertEquals(
      Array.from(ranksOf(lines, distinct), (rank) => sorted[rank]),
      written.getColumn(name).toArray(),
    );
    assertEquals(textsByCode(distinct).length, distinct.rankOfCode.length);
  }
});

Deno.test("distinctTexts: no lines have no texts", () => {
  const lines = textsHeldOnce(pl.DataFrame([pl.Series("id", [], pl.Utf8)]));
  const distinct = distinctTexts(lines, "id");
  assertEquals([distinct.texts.height, ranksOf(lines, distinct).length], [0, 0]);
});
