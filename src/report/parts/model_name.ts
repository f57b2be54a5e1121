import { formatName } from "../../words/model_names.ts";
import { html, type Markup } from "./html.ts";

/**
 * Names a model in a table, and marks a baseline.
 *
 * @param row The model's name in code, and whether it is what others must beat.
 */
export function modelName(
  { model, baseline }: { readonly model: string; readonly baseline: boolean },
): Markup {
  return html`${formatName(model)} ${baseline ? html`<span class="tag">baseline</span>` : null}`;
}
