import { InputError } from "../../../../src/frames/errors.ts";
import { listInputs } from "../../../../src/transactions/reading/inputs/list_inputs.ts";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";

const folder = Deno.makeTempDirSync();
for (const name of ["b.csv", "a.csv", "c.xlsx", "notes.md", ".hidden.csv"]) {
  Deno.writeTextFileSync(`${folder}/${name}`, "x");
}
for (const name of ["out", "empty"]) Deno.mkdirSync(`${folder}/${name}`);
for (const name of ["manifest.json", "audit.json", "rejected.csv"]) {
  Deno.writeTextFileSync(`${folder}/out/${name}`, "{}");
}

Deno.test("listInputs: the tables of a folder in the order of their names, and what is passed over", () => {
  const { paths, notes } = listInputs([folder]);
  assertEquals(paths, ["a.csv", "b.csv", "c.xlsx"].map((name) => `${folder}/${name}`));
  assertMatch(
    notes[0].sentence,
    /took 3 files \(a\.csv, b\.csv, c\.xlsx\); passed over empty, notes\.md, out\.$/,
  );
});

Deno.test("listInputs: the files that fit a pattern", () => {
  assertEquals(listInputs([`${folder}/?.csv`]).paths, [`${folder}/a.csv`, `${folder}/b.csv`]);
  assertEquals(listInputs([`${folder}/*/rejected.csv`]).paths, [`${folder}/out/rejected.csv`]);
});

Deno.test("listInputs: files, pipes and what is not there stay as they are named", () => {
  const named = ["-", "/dev/stdin", `${folder}/a.csv`, `${folder}/nowhere.csv`];
  assertEquals(listInputs(named), { paths: named, notes: [] });
});

Deno.test("listInputs: no tables, no fitting file and the results of a run are one sentence each", () => {
  const refused = (path: string) => assertThrows(() => listInputs([path]), InputError).message;
  assertMatch(refused(`${folder}/empty`), /is a folder without tables \(it holds nothing\)/);
  assertMatch(refused(`${folder}/*.tsv`), /No file fits .*\*\.tsv/);
  assertMatch(refused(`${folder}/out`), /holds the results of a run/);
});
