import { readSavedModel } from "../../src/frames/saved_model.ts";
import { assertEquals } from "@std/assert";

Deno.test("readSavedModel: reads a saved model, and makes sure that it is whole and one of this kind and version", () => {
  const expected = { kind: "toy", version: 1, name: "a toy", missingPart: () => undefined };
  assertEquals(readSavedModel('{"kind":"toy","version":1}', "toy.json", expected).version, 1);
});
