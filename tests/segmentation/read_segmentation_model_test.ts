import { assert, assertEquals, assertThrows } from "@std/assert";
import { readSegmentationModel } from "../../src/segmentation/read_segmentation_model.ts";
import { InputError } from "../../src/frames/errors.ts";
import { toyCustomers, toyModel } from "./toy_model.ts";

const model = toyModel(toyCustomers(), ["Alpha", "Beta", "Gamma"]);
const json = JSON.stringify(model);

const refused = (text: string) => {
  const { message } = assertThrows(() => readSegmentationModel(text, "a.json"), InputError);
  assert(/^a\.json [^.]*(\.[^.]+)*\.$/.test(message) && !message.includes("\n"), message);
  return message;
};

Deno.test("readSegmentationModel: what was written comes back the same", () => {
  assertEquals(readSegmentationModel(json), model);
  assertEquals(readSegmentationModel(JSON.stringify({ ...model, asOf: null })).asOf, null);
});

Deno.test("readSegmentationModel: a file cut short at any place is refused in a sentence", () => {
  for (let end = 0; end < json.length; end += 17) refused(json.slice(0, end));
});

Deno.test("readSegmentationModel: other kinds and versions are named", () => {
  assert(refused('{"kind":"k_means"}').includes('holds "k_means", not a segmentation'));
  for (const other of ["[]", "7", "null", '"text"', "{}"]) {
    assert(refused(other).includes("something else"));
  }
  assert(
    refused(JSON.stringify({ ...model, version: 99 })).includes(
      "has version 99, but version 1 is needed",
    ),
  );
  const { version: _, ...older } = model;
  assert(refused(JSON.stringify(older)).includes("has no version, but version 1 is needed"));
});

Deno.test("readSegmentationModel: every missing or misshapen part is refused", () => {
  const parts = [
    "asOf",
    "features",
    "treatment",
    "scaler",
    "clusters",
    "names",
    "reference",
  ] as const;
  for (const part of parts) {
    const { [part]: _, ...rest } = model;
    refused(JSON.stringify(rest));
    refused(JSON.stringify({ ...model, [part]: { wrong: true } }));
  }
  const wrong = [
    { names: ["Alpha", "Beta"] },
    { features: ["recency_days"] },
    { treatment: { kind: "cube root", columns: 3 } },
    { treatment: { kind: "log1p", columns: 4 } },
    { treatment: { kind: "winsorise", columns: 3, low: [0, 0, 0] } },
    { scaler: { ...model.scaler, means: [0, null, 0] } },
    { clusters: { ...model.clusters, centroids: [[1, 2, 3]] } },
    { reference: [{ ...model.reference[0], shares: [1] }] },
  ];
  for (const part of wrong) refused(JSON.stringify({ ...model, ...part }));
});
