import { rfmInWords } from "../../../src/report/in_words/rfm_in_words.ts";
import { assertEquals } from "@std/assert";

Deno.test("rfmInWords: reads the table of RFM segments", () => {
  assertEquals(
    rfmInWords([
      { segment: "Champions", share_of_customers: 0.2, share_of_revenue: 0.9 },
      { segment: "Hibernating", share_of_customers: 0.8, share_of_revenue: 0.1 },
    ]),
    "Champions bring the most revenue (90.0\u00a0% from 20.0\u00a0% of the customers); the largest " +
      "group is Hibernating with 80.0\u00a0% of the customers.",
  );
});
