import { assertEquals, assertStringIncludes } from "@std/assert";
import { choiceInWords } from "../../../src/report/in_words/choice_in_words.ts";

Deno.test("choiceInWords: both choices, escaped; nothing where one of them is not told", () => {
  const selection_reason = "AUC > 0.8", selection_reason_today = "the same";
  const { markup } = choiceInWords({ selection_reason, selection_reason_today })!;
  assertStringIncludes(markup, "<strong>Selected before the test:</strong> AUC &gt; 0.8</p>");
  assertStringIncludes(markup, "<strong>Selected for today's customers:</strong> the same</p>");
  for (const half of [{}, { selection_reason }, { selection_reason_today }]) {
    assertEquals(choiceInWords(half), null);
  }
});
