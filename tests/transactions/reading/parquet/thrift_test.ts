import { readStruct } from "../../../../src/transactions/reading/parquet/thrift.ts";
import { assertEquals } from "@std/assert";

Deno.test("readStruct: reads a struct in Thrift's compact protocol", () => {
  const bytes = Uint8Array.of(0x15, 6, 0x11, 0); // field 1: the number 3; field 2: true
  const { struct, end } = readStruct(bytes, 0, { 1: "int", 2: "bool" });
  assertEquals([struct.get(1), struct.get(2), end], [3, true, 4]);
});
