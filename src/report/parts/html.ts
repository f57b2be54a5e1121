import { escapeXml } from "../../figures/drawing/svg_text.ts";

/** A piece of finished HTML, told apart from text that still has to be escaped. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: text is escaped, markup is not, nothing is written for nothing. */
export type Content = Markup | string | number | null | undefined | false | readonly Content[];

/**
 * Writes HTML with every interpolated text escaped: forgetting it is not possible.
 *
 * @param contents Texts, numbers, markup or lists of them; `null`, `undefined` and `false` leave
 * nothing.
 * @returns Finished HTML, without space before and after it.
 */
export function html(parts: TemplateStringsArray, ...contents: Content[]): Markup {
  const filled = parts.map((part, i) => part + (i < contents.length ? write(contents[i]) : ""));
  // The formatter indents templates: the space around them is not part of the page.
  return { markup: filled.join("").trim() };
}

/** Takes finished markup, such as the SVG text of a chart, into a template. */
export function finished(markup: string): Markup {
  return { markup };
}

function write(content: Content): string {
  if (content === null || content === undefined || content === false) return "";
  if (Array.isArray(content)) return content.map(write).join("");
  if (typeof content === "object" && "markup" in content) return content.markup;
  return escapeXml(String(content));
}
