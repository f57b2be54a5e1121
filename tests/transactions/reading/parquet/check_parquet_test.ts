import type { Buffer } from "node:buffer";
import pl from "nodejs-polars";
import { checkParquet } from "../../../../src/transactions/reading/parquet/check_parquet.ts";
import { assertEquals, assertThrows } from "@std/assert";

Deno.test("checkParquet: checks that a Parquet file is of one piece", () => {
  const bytes = new Uint8Array(pl.DataFrame({ id: ["a", "b"] }).writeParquet() as Buffer);
  assertEquals(checkParquet(bytes, 1e6).map(({ name }) => name), ["id"]);
  assertThrows(() => checkParquet(bytes.subarray(0, 50), 1e6), RangeError, "it is cut off");
});
