import { dateSeries } from "../../src/frames/columns.ts";
import { assertEquals } from "@std/assert";

Deno.test("dateSeries: makes a Datetime column from milliseconds since 1970", () => {
  assertEquals(dateSeries("day", Float64Array.of(0)).length, 1);
});
