import { html, type Markup } from "./html.ts";

/**
 * Writes what was chosen for the test and for today, each by periods that had ended before.
 *
 * @param task A task of metrics.json that says so.
 * @returns Two paragraphs; null where the task does not say.
 *
 * @example
 * ```ts
 * import { choiceInWords } from "./choice_in_words.ts";
 * import { assert, assertEquals } from "@std/assert";
 *
 * assertEquals(choiceInWords({}), null);
 * assert(choiceInWords({ because_then: "A.", because: "B." })!.markup.includes("A."));
 * ```
 */
export function choiceInWords(
  { because_then, because }: { readonly because_then?: string; readonly because?: string },
): Markup | null {
  if (because_then === undefined || because === undefined) return null;
  return html`<p><strong>Chosen before the test:</strong> ${because_then}</p>
<p><strong>Chosen for today's customers:</strong> ${because}</p>`;
}
