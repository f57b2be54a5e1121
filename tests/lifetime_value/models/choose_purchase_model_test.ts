import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { choosePurchaseModel } from "../../../src/lifetime_value/models/choose_purchase_model.ts";
import { customerBase } from "../../../src/lifetime_value/models/customer_base.ts";
import { repeatPurchaseSummary } from "../../../src/lifetime_value/repeat_purchase_summary.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { lines, simulatedRows } from "../purchases.ts";

Deno.test("choosePurchaseModel: nobody leaves, so the NBD is taken and the collapse is told", () => {
  const random = createRandom(2);
  const rows = Array.from({ length: 2000 }, () => {
    const rate = random.gamma(1.1) / 50, age = 150 + 150 * random.next();
    let x = 0, last = 0;
    for (let t = random.exponential(rate); t < age; t += random.exponential(rate)) {
      [x, last] = [x + 1, t];
    }
    return [x, last, age];
  });
  const [repeatFrequency, lastPurchaseAge, age] = [0, 1, 2]
    .map((i) => Float64Array.from(rows, (row) => row[i]));
  const { chosen, diagnostics } = choosePurchaseModel({ repeatFrequency, lastPurchaseAge, age });
  assertEquals(chosen.kind, "nbd");
  assertStringIncludes(diagnostics[0], "The BG/NBD dropout is degenerate");
  assertStringIncludes(diagnostics[0], "use NBD instead");
  assertStringIncludes(diagnostics[1], "bought once, and NBD gives them a probability");
});

Deno.test("choosePurchaseModel: customers who leave after repeat purchases are BG/NBD's", () => {
  const base = customerBase(repeatPurchaseSummary(lines(simulatedRows(4000, 3)), "2020-10-28"));
  const { chosen, models, because } = choosePurchaseModel(base);
  assertEquals(chosen.kind, "beta_geo_nbd");
  assert(models.every(({ bic }) => bic >= chosen.bic));
  assertStringIncludes(because, "BG/NBD has the lowest BIC");
});

Deno.test({
  name: "choosePurchaseModel: UCI's BG/NBD collapses to the NBD, and another model is named",
  ignore: onlineRetailPath === undefined,
  fn() {
    const base = customerBase(repeatPurchaseSummary(onlineRetail().transactions, "2011-12-10"));
    const { chosen, models, diagnostics } = choosePurchaseModel(base);
    const [nbd, bgNbd] = models;
    assert(bgNbd.logLikelihood - nbd.logLikelihood < 3);
    assert(chosen.kind !== "beta_geo_nbd");
    assertStringIncludes(diagnostics.join(" "), "The BG/NBD dropout is degenerate");
  },
});
