import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { encodeTexts } from "../../../src/frames/coded.ts";
import { InputError } from "../../../src/frames/errors.ts";
import { findColumns } from "../../../src/transactions/mapping/find_columns.ts";
import { mapColumns } from "../map_columns.ts";
import { proposeColumns } from "../../../src/transactions/mapping/propose_columns.ts";
import { tableOf } from "../../../src/transactions/reading/text_table.ts";

function tableOfLines(csv: string) {
  const [header, ...rows] = csv.trim().split("\n").map((line) => line.split(","));
  return tableOf(header, header.map((_, i) => encodeTexts(rows.map((row) => row[i]))));
}

function proposals(csv: string) {
  const table = tableOfLines(csv);
  const { mapping } = findColumns(table.header, "shop.csv");
  return Object.fromEntries(proposeColumns(table, mapping).map((p) => [p.column, p.header]));
}

Deno.test("proposeColumns: dates, ids that come back on other days, money", () => {
  assertEquals(
    proposals(
      "f1,f2,f3,f4\n1,2024-01-05,k1,10.50\n2,2024-01-09,k2,3.20\n3,2024-02-01,k1,8.00\n4,2024-02-03,k2,1.99",
    ),
    { invoice_date: "f2", customer_id: "f3", line_total: "f4" },
  );
});

Deno.test("proposeColumns: a product in every order is no customer", () => {
  const { customer_id } = proposals(
    "sku_x,when,whom,paid_x\nmug,2024-01-05,k1,2.00\ntea,2024-01-05,k1,3.00\nmug,2024-01-09,k2,2.00\nmug,2024-01-11,k1,2.00",
  );
  assertEquals(customer_id, "whom");
});

Deno.test("proposeColumns: what is no candidate is not proposed", () => {
  assertEquals(proposals("Foo,Bar\nred,blue\nblue,red"), {});
});

Deno.test("mapColumns: only what is essential is named as missing, with a plausible column", () => {
  const message = (csv: string) => {
    const table = tableOfLines(csv);
    return assertThrows(() => mapColumns(table.header, "shop.csv", {}, table), InputError).message;
  };
  const asked = message(
    "nr,wann,total,wer\n1,2024-01-05,2.00,k1\n2,2024-01-09,3.00,k2\n3,2024-02-01,2.00,k1",
  );
  assertMatch(
    asked,
    /no column for the customer \("customer_id"\) and the date \("invoice_date"\)/,
  );
  assertMatch(asked, /by content it would be --map invoice_date=wann --map customer_id=wer/);
  assert(!/product|quantity|description/.test(asked), asked);
  assertMatch(message("Foo,Bar\nred,1"), /--map customer_id="…" --map invoice_date="…"/);
});

Deno.test("proposeColumns: an amount beside quantities is the price of a piece if it stays", () => {
  const shop = (...rows: string[]) => ["Wann,Wer,Ding,Stk,Je", ...rows].join("\n");
  const stays = proposals(shop(
    ...["13.01.2024,k1,Mug,2,12.50", "14.01.2024,k2,Tea,1,8.90"],
    ...["15.02.2024,k1,Mug,1,12.50", "16.02.2024,k3,Tea,3,8.90"],
  ));
  assertEquals([stays.unit_price, stays.line_total], ["Je", undefined]);
  const grows = proposals(shop(
    ...["13.01.2024,k1,Mug,2,25.00", "14.01.2024,k2,Tea,1,8.90"],
    ...["15.02.2024,k1,Mug,1,12.50", "16.02.2024,k3,Tea,3,26.70"],
  ));
  assertEquals([grows.unit_price, grows.line_total], [undefined, "Je"]);
  const table = tableOfLines(shop("13.01.2024,k1,Mug,2,12.50", "14.01.2024,k1,Tea,3,8.90"));
  const { message } = assertThrows(
    () => mapColumns(table.header, "shop.csv", {}, table),
    InputError,
  );
  assertMatch(message, /--map line_total=Je \(or --map unit_price=Je for the price of a piece\)/);
});
