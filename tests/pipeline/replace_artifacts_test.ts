import { assertEquals, assertThrows } from "@std/assert";
import { listArtifacts, replaceArtifacts } from "../../src/pipeline/replace_artifacts.ts";
import { InputError } from "../../src/transactions/input_error.ts";

function files(contents: Record<string, string>): Map<string, Uint8Array> {
  const encoded = new Map(
    Object.entries(contents).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );
  const manifest = JSON.stringify({ artifacts: listArtifacts(encoded) });
  return encoded.set("manifest.json", new TextEncoder().encode(manifest));
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("replaceArtifacts: a new run replaces the earlier one as a whole", () => {
  const folder = `${Deno.makeTempDirSync()}/deep/out`;
  replaceArtifacts(folder, files({ "a.json": "1", "models/old.json": "1" }));
  Deno.writeTextFileSync(`${folder}/notes.txt`, "mine");
  replaceArtifacts(folder, files({ "a.json": "2", "b.json": "2" }));
  assertEquals(names(folder), ["a.json", "b.json", "manifest.json", "models", "notes.txt"]);
  assertEquals(names(`${folder}/models`), []);
  assertEquals(Deno.readTextFileSync(`${folder}/a.json`), "2");
  assertEquals(Deno.readTextFileSync(`${folder}/notes.txt`), "mine");
});

Deno.test("replaceArtifacts: what an interrupted run left is cleared away", () => {
  const folder = Deno.makeTempDirSync();
  Deno.mkdirSync(`${folder}/.partial/models`, { recursive: true });
  Deno.writeTextFileSync(`${folder}/.partial/customers.csv`, "half a li");
  replaceArtifacts(folder, files({ "a.json": "1" }));
  assertEquals(names(folder), ["a.json", "manifest.json"]);
});

Deno.test("replaceArtifacts: a manifest cannot make it remove files outside the folder", () => {
  const parent = Deno.makeTempDirSync();
  const folder = `${parent}/out`;
  Deno.mkdirSync(folder);
  Deno.writeTextFileSync(`${parent}/precious`, "");
  const artifacts = [{ path: "../precious" }, { path: `${parent}/precious` }];
  Deno.writeTextFileSync(`${folder}/manifest.json`, JSON.stringify({ artifacts }));
  replaceArtifacts(folder, files({ "a.json": "1" }));
  assertEquals(names(parent), ["out", "precious"]);
});

Deno.test("replaceArtifacts: a failure before the files move leaves the earlier run untouched", () => {
  const folder = Deno.makeTempDirSync();
  replaceArtifacts(folder, files({ "a.json": "1" }));
  // A name longer than the file system takes fails like a full disk: while staging.
  const broken = files({ "a.json": "2", [`${"x".repeat(300)}.json`]: "2" });
  assertThrows(() => replaceArtifacts(folder, broken), InputError, "cannot be written");
  assertEquals(Deno.readTextFileSync(`${folder}/a.json`), "1");
  assertEquals(names(folder), ["a.json", "manifest.json"]);
});
