import { type Content, html, type Markup } from "./html.ts";

/** Writes one section of the report. */
export function section(id: string, title: string, lead: string, content: Content): Markup {
  return html`
    <section id="${id}">
    <h2>${title}</h2>
    <p class="lead">${lead}</p>
    ${content}
    </section>
  `;
}
