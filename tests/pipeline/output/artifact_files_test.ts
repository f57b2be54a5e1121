import { artifactNames, listArtifacts } from "../../../src/pipeline/output/artifact_files.ts";
import { assert, assertEquals } from "@std/assert";

Deno.test("artifactNames: lists the names that a run may write in its output folder", () => {
  assert(artifactNames([]).includes("demo_transactions.csv"));
  assert(!artifactNames(["shop.csv"]).includes("demo_transactions.csv"));
});

Deno.test("listArtifacts: lists artefacts with their hashes, sorted by path", () => {
  const [artifact] = listArtifacts(new Map([["a.txt", new TextEncoder().encode("abc")]]));
  assertEquals(artifact.sha256.slice(0, 8), "ba7816bf");
});
