import { InputError } from "../../../src/frames/errors.ts";
import { mapColumns } from "../map_columns.ts";
import { assertEquals, assertThrows } from "@std/assert";

const HEADER = ["date", "customer", "quantity", "UnitPrice", "unitprice"];

Deno.test("refuseTwins: names that differ in case or spaces are asked about", () => {
  assertThrows(
    () => mapColumns(HEADER, "shop.csv"),
    InputError,
    'shop.csv has the columns "UnitPrice" and "unitprice", which could both be unit_price: say which ' +
      'one, for example --map unit_price="UnitPrice".',
  );
  assertEquals(mapColumns(HEADER, "shop.csv", { unit_price: "unitprice" }).unit_price, "unitprice");
});

Deno.test("refuseTwins: a name that stands there twice matters only where it is needed", () => {
  const header = ["date", "customer", "amount", "Notes", "Notes", "notes"];
  assertEquals(mapColumns(header, "shop.csv").line_total, "amount");
  assertThrows(
    () => mapColumns([...header, "date"], "shop.csv"),
    InputError,
    '"date" more than once',
  );
});
