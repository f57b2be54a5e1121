import { assertEquals } from "@std/assert";
import { type CodedTexts, encodeTexts } from "../../../src/frames/coded.ts";
import { ordersOrDays, wholeIds } from "../../../src/transactions/interpretation/ids.ts";

const decoded = ({ codes, values }: CodedTexts) => Array.from(codes, (code) => values[code]);

Deno.test("ordersOrDays: a customer's lines of one day are one order, at whatever time", () => {
  const instants = ["2024-05-01T08:00Z", "2024-05-01T23:59Z", "2024-05-02T00:00Z"].map(Date.parse);
  const date = { codes: Int32Array.of(0, 1, 0, 2, 0), values: Float64Array.of(...instants) };
  const customer = encodeTexts(["7", "7", "8", "7", ""]);
  const line = Int32Array.of(2, 3, 4, 5, 6);
  const orders = ordersOrDays(encodeTexts(["", "", "", "", ""]), {
    ...{ customer, date, line, source: "shop.csv" },
  });
  assertEquals(decoded(orders), [
    "7 2024-05-01",
    "7 2024-05-01",
    "8 2024-05-01",
    "7 2024-05-02",
    "line 6 of shop.csv",
  ]);
});

Deno.test("wholeIds: a spreadsheet's .0 goes where the whole column has it, spaces go everywhere", () => {
  const read = (...ids: string[]) => decoded(wholeIds(encodeTexts(ids)));
  assertEquals(read("17850.0", " 12 ", ""), ["17850.0", "12", ""]);
  assertEquals(read("17850.0", " 12.0 ", ""), ["17850", "12", ""]);
  assertEquals(read("17850.0", "C12.0"), ["17850.0", "C12.0"]);
  assertEquals(read("0010.0", "10.50"), ["0010.0", "10.50"]);
});

Deno.test("wholeIds: ids that become equal share a code; a clean column is returned as it is", () => {
  const { codes, values } = wholeIds(encodeTexts(["7 ", "7", " 8", "7"]));
  assertEquals(decoded({ codes, values }), ["7", "7", "8", "7"]);
  assertEquals(new Set(values).size, values.length);
  const clean = encodeTexts(["7", "8"]);
  assertEquals(wholeIds(clean) === clean, true);
});
