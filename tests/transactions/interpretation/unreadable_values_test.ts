import { assertThrows } from "@std/assert";
import { encodeTexts } from "../../../src/frames/coded.ts";
import { InputError } from "../../../src/frames/errors.ts";
import { refuseUnreadable } from "../../../src/transactions/interpretation/unreadable_values.ts";

function refuse(texts: readonly string[]) {
  const coded = encodeTexts(texts);
  refuseUnreadable({
    texts: coded,
    isRead: (code) => /^\d+$/.test(coded.values[code]),
    line: Int32Array.from(texts, (_, i) => i + 2),
    source: "shop.csv",
    header: "Menge",
    what: "number",
    forms: "12",
    cure: "do something",
  });
}

Deno.test("refuseUnreadable: counts lines with a value, and shows three different ones", () => {
  refuse([...Array(99).fill("5"), "x"]);
  refuse(["5", "", "NULL", "n/a"]);
  assertThrows(
    () => refuse(["5", "", "x", "x", "y", "z", "w"]),
    InputError,
    'shop.csv: no number can be read on 5 of 6 lines with a value in the column "Menge" ' +
      '("x" on line 4; "y" on line 6; "z" on line 7); numbers are read as 12: do something, or leave ' +
      "these lines out with --skip-unreadable.",
  );
  assertThrows(() => refuse(["x"]), InputError, 'no number can be read in the column "Menge"');
});
