import { assertEquals } from "@std/assert";
import { choiceInWords } from "../../../src/segmentation/choosing/choice_in_words.ts";

type Choice = Parameters<typeof choiceInWords>[0];
type Row = Choice["rows"][number];

const row = (k: number, more: Partial<Row> = {}) =>
  ({ k, silhouette: 0.2, silhouette_error: 0, stability: 0.9, gap: null, ...more }) as Row;
const agreeing = { elbow: 4, silhouette: 4, calinski_harabasz: 4, davies_bouldin: 4, gap: 4 };

function words(more: Partial<Choice>): string {
  const chosen = more.chosen ?? row(4);
  const rows = [row(3), chosen];
  return choiceInWords({
    rows,
    chosen,
    isolating: [],
    unstable: [],
    trusted: [chosen],
    verdicts: agreeing as Choice["verdicts"],
    ...more,
  });
}

Deno.test("choiceInWords: k, the bend, and stability where all measures agree", () => {
  assertEquals(/^4 segments: .*0\.90\)\.$/.test(words({})), true, words({}));
  assertEquals(
    /stability was not measured/.test(words({ chosen: row(4, { stability: null }) })),
    true,
  );
});

Deno.test("choiceInWords: numbers of clusters that are ruled out are named with the reason", () => {
  const text = words({ isolating: [row(2)], unstable: [row(6), row(7)] });
  assertEquals(/outliers: k = 2\./.test(text), true, text);
  assertEquals(/under resampling: k = 6, 7\./.test(text), true, text);
});

Deno.test("choiceInWords: measures that disagree are named once per k they prefer", () => {
  const text = words({
    rows: [row(2, { silhouette: 0.35 }), row(4)],
    verdicts: { ...agreeing, silhouette: 2, davies_bouldin: 2, gap: null } as Choice["verdicts"],
    chosen: row(4, { gap: 1 }),
  });
  assertEquals(/silhouette and Davies–Bouldin prefer k = 2 /.test(text), true, text);
  assertEquals(/0\.35/.test(text) && /0\.20/.test(text), true, text);
  assertEquals(/gap statistic/.test(text), true, text);
});

Deno.test("choiceInWords: without any trusted clustering it says so; a sample states its error", () => {
  const text = words({ trusted: [], chosen: row(4, { silhouette_error: 0.0031 }) });
  assertEquals(/^4 segments: /.test(text), false, text);
  assertEquals(/sample of 10,000 customers.*0\.0031/.test(text), true, text);
});
