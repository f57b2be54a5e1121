import { createRichText } from "../../../../src/transactions/reading/excel/rich_text.ts";
import { assertEquals } from "@std/assert";

Deno.test("createRichText: joins the `<t>` of a shared or inline string", () => {
  const text = createRichText();
  text.open("t"), text.text("one_x000D_two"), text.close("t");
  assertEquals(text.take(), "one\rtwo");
});
