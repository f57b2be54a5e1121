import { nbdProbability } from "../../../src/lifetime_value/models/nbd.ts";
import { assertAlmostEquals } from "@std/assert";

Deno.test("nbdProbability: the probability that a new customer makes so many purchases in a time under the NBD model", () => {
  assertAlmostEquals(nbdProbability({ r: 2, alpha: 1 }, 3, 0), (1 / 4) ** 2, 1e-12);
});
