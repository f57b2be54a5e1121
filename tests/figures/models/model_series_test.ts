import { modelSeries } from "../../../src/figures/models/model_series.ts";
import { assertEquals } from "@std/assert";

Deno.test("modelSeries: gives each model its colour, its line and its entry in the legend", () => {
  const series = modelSeries([{ model: "random_forest" }], ["baseline", "random_forest"]);
  assertEquals(series.legend(), [{ kind: "line", label: "random forest", colour: "#d55e00" }]);
});
