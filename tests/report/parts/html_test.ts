import { finished, html } from "../../../src/report/parts/html.ts";
import { assertEquals } from "@std/assert";

Deno.test("html: writes HTML with every interpolated text escaped: forgetting it is not possible", () => {
  const items = ["<script>", "a & b"].map((text) => html`<li>${text}</li>`);
  assertEquals(
    html`<ul>${items}</ul>`.markup,
    "<ul><li>&lt;script&gt;</li><li>a &amp; b</li></ul>",
  );
});

Deno.test("finished: takes finished markup, such as the SVG text of a chart, into a template", () => {
  assertEquals(html`<p>${finished("<b>7</b>")}</p>`.markup, "<p><b>7</b></p>");
});
