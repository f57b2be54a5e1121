import { type Content, html, type Markup } from "./html.ts";

/**
 * Writes one section of the report.
 *
 * @param id Anchor of the section.
 * @param title Title of the section.
 * @param lead One or two sentences on what the section is about.
 * @param content Figures and tables.
 * @returns A `<section>`.
 */
export function section(id: string, title: string, lead: string, content: Content): Markup {
  return html`
    <section id="${id}">
    <h2>${title}</h2>
    <p class="lead">${lead}</p>
    ${content}
    </section>
  `;
}
