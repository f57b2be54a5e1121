import { workshopOf } from "../../../src/pipeline/output/workshop.ts";
import { assertEquals } from "@std/assert";

Deno.test("workshopOf: where the workshop of an output folder is", () => {
  assertEquals(workshopOf("/shop/out"), "/shop/.out.shopper-spectrum");
});
