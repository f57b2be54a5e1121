import { assertEquals, assertStringIncludes } from "@std/assert";
import { fitBetaGeoNbd } from "../../../src/lifetime_value/models/beta_geo_nbd.ts";
import { fitNbd } from "../../../src/lifetime_value/models/nbd.ts";
import { purchaseDiagnostics } from "../../../src/lifetime_value/models/purchase_diagnostics.ts";
import { cdnowCalibration, cdnowPath } from "../cdnow.ts";

Deno.test({
  name:
    "purchaseDiagnostics: CDNOW's one-time buyers are alive for sure in the BG/NBD, no collapse",
  ignore: cdnowPath === undefined,
  fn() {
    const times = cdnowCalibration();
    const { repeatFrequency, lastPurchaseAge, age } = times;
    const nbd = fitNbd(repeatFrequency, lastPurchaseAge, age);
    const bgNbd = fitBetaGeoNbd(repeatFrequency, lastPurchaseAge, age);
    assertEquals(purchaseDiagnostics([nbd, bgNbd], bgNbd, times), [
      "60\u00a0% of the customers bought once, and BG/NBD gives them a probability of being alive of 1, " +
      "however long ago that was; MBG/NBD and Pareto/NBD do not assume it.",
    ]);
  },
});

Deno.test("purchaseDiagnostics: times in milliseconds, and in months, are told from days", () => {
  const days = {
    repeatFrequency: Float64Array.of(9, 2, 0, 1),
    lastPurchaseAge: Float64Array.of(80, 31, 0, 10),
    age: Float64Array.of(90, 90, 60, 90),
  };
  const diagnosed = (unit: number) => {
    const last = days.lastPurchaseAge.map((t) => t * unit), age = days.age.map((t) => t * unit);
    const model = fitNbd(days.repeatFrequency, last, age);
    const times = { repeatFrequency: days.repeatFrequency, lastPurchaseAge: last, age };
    return purchaseDiagnostics([model], model, times).join(" ");
  };
  assertEquals(diagnosed(1).includes("use days"), false);
  assertStringIncludes(
    diagnosed(864e5),
    "these look like hours or milliseconds; use days or weeks",
  );
  assertStringIncludes(diagnosed(1 / 30.4), "25\u00a0% of the customers bought more often than");
});
