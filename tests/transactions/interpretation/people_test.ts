import { assertEquals, assertThrows } from "@std/assert";
import { encodeTexts } from "../../../src/frames/coded.ts";
import { InputError } from "../../../src/frames/errors.ts";
import { NO_CUSTOMER, people } from "../../../src/transactions/interpretation/people.ts";

function ids(texts: string[], options = {}): string[] {
  const { customer_id: { codes, values } } = people(encodeTexts(texts), options);
  return Array.from(codes, (code) => values[code]);
}

Deno.test("people: placeholders are no customer, without case, accents and spaces", () => {
  for (const text of Object.values(NO_CUSTOMER).flat()) {
    assertEquals(ids([text, ` ${text.toUpperCase()} `, "17"]), ["", "", "17"], text);
  }
  assertEquals(ids(["INVITE", "walk in", "Consumidor  Final", "Guest House Ltd", "KA", "1"]), [
    ...["", "", "", "Guest House Ltd", "KA", "1"],
  ]);
});

Deno.test("people: a note says how many lines had which placeholder", () => {
  const { notes } = people(encodeTexts(["NULL", "NULL", "guest", "7"]), {
    source: "shop.csv",
    header: "Customer",
  });
  assertEquals(notes, [{
    topic: "customers",
    sentence:
      'shop.csv: the column "Customer" names no customer where it says "NULL" on 2 lines, ' +
      '"guest" on 1 line: sales without a customer.',
    rows: 3,
  }]);
});

Deno.test("people: 0 is no customer beside other ids, but the first of running numbers", () => {
  assertEquals(ids(["0", "0", "17", "0"]), ["", "", "17", ""]);
  assertEquals(ids(["0", "1", "2", "1"]), ["0", "1", "2", "1"]);
  assertEquals(ids(["0", "0", "0", "1", "2"]), ["", "", "", "1", "2"]);
  assertEquals(ids(["0", "0"]), ["0", "0"]);
  assertEquals(ids(["-1", "5"]), ["", "5"]);
  assertEquals(ids(["00123", "0012"]), ["00123", "0012"]);
  assertEquals(ids(["17.0", "NaN", "12.0"]), ["17", "", "12"]);
});

Deno.test("people: e-mails are one person whatever the case; other ids keep theirs", () => {
  assertEquals(ids(["Ann@Example.com", "ann@example.com ", "guest"]), [
    ...["ann@example.com", "ann@example.com", ""],
  ]);
  assertEquals(ids(["ab1", "AB1"]), ["ab1", "AB1"]);
});

Deno.test("people: ids that a spreadsheet has cut are refused with the reason", () => {
  const { message } = assertThrows(
    () => ids(["7", "8.8E+11"], { source: "shop.csv", header: "Customer", line: [2, 3] }),
    InputError,
  );
  assertEquals(
    message,
    'shop.csv: the column "Customer" has ids in scientific notation ("8.8E+11" in line 3), because ' +
      "a spreadsheet has cut off their digits, so different ids may look the same: export the file " +
      "anew without opening it in a spreadsheet, or say --keep-damaged-ids.",
  );
  assertEquals(ids(["7", "8.8E+11"], { keepDamagedIds: true }), ["7", "8.8E+11"]);
});
