import {
  assumptionsInWords,
  CONTACT_DEFAULTS,
  contactAssumptions,
} from "../../../src/prediction/targeting/contact_assumptions.ts";
import { assertEquals, assertThrows } from "@std/assert";

Deno.test("contactAssumptions: fills in the defaults and refuses what no campaign can be", () => {
  assertEquals(contactAssumptions({ contactCost: 2 }).margin, 0.3);
  assertThrows(() => contactAssumptions({ margin: 30 }), RangeError, "got 30");
});

Deno.test("assumptionsInWords: the assumptions in sentences, for the reader to check", () => {
  const [cost, success] = assumptionsInWords(CONTACT_DEFAULTS, "£");
  assertEquals(cost, "Contacting one customer costs £1.");
  assertEquals(
    success,
    "A contact wins back 5\u00a0% of the customers who would otherwise leave, and changes nothing for the others.",
  );
});
