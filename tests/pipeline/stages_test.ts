import { assertEquals } from "@std/assert";
import {
  type Stage,
  type StageName,
  STAGES,
  type StageSetting,
} from "../../src/pipeline/stages.ts";

const setting = { shop: { as_of: "2024-05-01" }, horizonDays: 91 } as StageSetting;
const described = (name: StageName, result: unknown) => {
  const { describe } = STAGES.find((stage) => stage.name === name) as Stage;
  return describe(result as never, setting);
};

Deno.test("STAGES: every stage comes after those that it needs, and has a name of its own", () => {
  const names = STAGES.map(({ name }) => name);
  assertEquals(new Set(names).size, names.length);
  const early = STAGES.flatMap(({ name, needs }, i) =>
    needs.filter((needed) => !names.slice(0, i).includes(needed)).map((needed) => [name, needed])
  );
  assertEquals(early, []);
});

Deno.test("STAGES: what came of a stage, in words", () => {
  assertEquals(described("customers", { height: 4321 }), {
    rows: 4321,
    words: "4,321 customers as of 1 May 2024",
  });
  const moved = {
    customers: [[7, 1], [0, 2]],
    entries: { customers: [3, 0] },
    share_stayed: 0.899,
    advice: { refit: true },
  };
  assertEquals(described("migration", moved), {
    rows: 13,
    words: "90 % stayed in their segment over 91 days, refit the segmentation",
  });
  const scores = [{ model: "nbd", expected_total: 1234.5 }, { model: "beta_geo_nbd" }];
  const held = { customers: 99, scores, selected: "nbd", actual_total: 1200 };
  assertEquals(described("held_out", held), { rows: 99, words: "1,235 expected, 1,200 actual" });
});
