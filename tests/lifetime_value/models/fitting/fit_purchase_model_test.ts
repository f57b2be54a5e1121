import { fitPurchaseModel } from "../../../../src/lifetime_value/models/fitting/fit_purchase_model.ts";
import { NBD } from "../../../../src/lifetime_value/models/nbd.ts";
import { assert } from "@std/assert";

Deno.test("fitPurchaseModel: fits a purchase model by maximum likelihood", () => {
  const { r, alpha } = fitPurchaseModel(NBD, {
    repeatFrequency: Float64Array.of(0, 1, 0, 5),
    lastPurchaseAge: Float64Array.of(0, 3, 0, 30),
    age: Float64Array.of(39, 39, 38, 36),
  });
  assert(r > 0 && alpha > 0);
});
