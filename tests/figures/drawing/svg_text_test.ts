import {
  dropForbidden,
  escapeXml,
  labelMargin,
  svgText,
  textWidth,
} from "../../../src/figures/drawing/svg_text.ts";
import { assert, assertEquals } from "@std/assert";

Deno.test("dropForbidden: drops the characters that XML forbids, such as NUL", () => {
  assertEquals(dropForbidden("a\u0000b\n"), "ab\n");
});

Deno.test("escapeXml: escapes text for the content or an attribute of XML and HTML", () => {
  assertEquals(escapeXml('<b a="1">&'), "&lt;b a=&quot;1&quot;&gt;&amp;");
});

Deno.test("textWidth: estimates how wide a text is drawn in a proportional sans-serif font", () => {
  assert(textWidth("WWW", 12) > textWidth("iii", 12));
});

Deno.test("labelMargin: the left margin in which labels fit beside an axis", () => {
  assert(labelMargin(["recency", "distinct products"]) > labelMargin(["recency"]));
});

Deno.test("svgText: writes one line of text as an SVG element", () => {
  assert(svgText("a < b", { x: 0, y: 10, fill: "#000", size: 12 }).includes("a &lt; b"));
});
