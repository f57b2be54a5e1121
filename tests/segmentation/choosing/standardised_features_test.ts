import pl from "nodejs-polars";
import { fitOutlierTreatment } from "../../../src/learning/preparation/outlier_treatment.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { standardisedFeatures } from "../../../src/segmentation/choosing/standardised_features.ts";
import { assertEquals } from "@std/assert";

Deno.test("standardisedFeatures: customers as a fitted segmentation sees them", () => {
  const model = {
    features: ["frequency"],
    treatment: fitOutlierTreatment(matrixFromRows([[1], [10]]), "none"),
    scaler: { kind: "standard_scaler", means: [4], scales: [2] },
  } as const;
  const customers = pl.DataFrame({ customer_id: ["7", "8"], frequency: [2, 9] });
  assertEquals([...standardisedFeatures(model, customers).values], [-1, 2.5]);
});
