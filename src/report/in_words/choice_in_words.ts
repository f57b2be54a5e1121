import { html, type Markup } from "../parts/html.ts";

/**
 * Writes what was chosen for the test and for today, each by periods that had ended before.
 *
 * @returns Two paragraphs; null where the task does not say.
 */
export function choiceInWords(
  { selection_reason, selection_reason_today: today }: {
    readonly selection_reason?: string;
    readonly selection_reason_today?: string;
  },
): Markup | null {
  if (selection_reason === undefined || today === undefined) return null;
  return html`<p><strong>Selected before the test:</strong> ${selection_reason}</p>
<p><strong>Selected for today's customers:</strong> ${today}</p>`;
}
