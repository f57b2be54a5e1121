import { modelName } from "../../../src/report/parts/model_name.ts";
import { assert } from "@std/assert";

Deno.test("modelName: names a model in a table, and marks a baseline", () => {
  assert(modelName({ model: "own_rate", baseline: true }).markup.startsWith("own rate <span"));
});
