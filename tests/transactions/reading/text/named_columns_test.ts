import { encodeTexts } from "../../../../src/frames/coded.ts";
import { namedColumns } from "../../../../src/transactions/reading/text/named_columns.ts";
import { assertEquals } from "@std/assert";

Deno.test("namedColumns: leaves out columns without a name and without a text", () => {
  const columns = [["1"], ["x"], [""], ["y"]].map(encodeTexts);
  const { header, columns: kept } = namedColumns({ header: ["", "a", "", ""], columns });
  assertEquals([header, kept.length], [["", "a", "(column 4)"], 3]);
});
