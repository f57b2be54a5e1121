import pl from "nodejs-polars";
import { countInBins, referenceBins } from "../../../src/segmentation/following/reference_bins.ts";
import { assertEquals } from "@std/assert";

Deno.test("referenceBins: cuts each feature at the deciles of the customers at hand", () => {
  // Seven of ten bought once: the lower deciles all are 1.
  const customers = pl.DataFrame({ frequency: [1, 1, 1, 1, 1, 1, 1, 2, 3, 9] });
  assertEquals(referenceBins(customers, ["frequency"]), [
    { feature: "frequency", edges: [1, 2, 3], shares: [0.7, 0.1, 0.1, 0.1], customers: 10 },
  ]);
});

Deno.test("countInBins: counts values between edges", () => {
  assertEquals(countInBins([1, 2, 2.5, 9], [2, 5]), [2, 1, 1]);
});
