import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import fc from "fast-check";
import { encodeTexts } from "../../../../src/frames/coded.ts";
import { InputError } from "../../../../src/frames/errors.ts";
import { tableAmounts } from "../../../../src/transactions/interpretation/amounts/table_amounts.ts";
import {
  type ColumnChoices,
  findColumns,
} from "../../../../src/transactions/mapping/find_columns.ts";
import { transactionLines } from "../../../../src/transactions/mapping/transaction_lines.ts";
import { tableOf } from "../../../../src/transactions/reading/text_table.ts";

/** What a small table is worth in all, and what is said of it. */
function read(csv: string, columns: ColumnChoices = {}) {
  const [header, ...rows] = csv.trim().split("\n").map((line) => line.trim().split(","));
  const table = tableOf(header, header.map((_, i) => encodeTexts(rows.map((row) => row[i] ?? ""))));
  const found = findColumns(header, "shop.csv", columns);
  const { tables: [lines] } = transactionLines(table, "shop.csv", { found });
  const { worth, notes, columns: taken, quantity } = tableAmounts(lines, { source: "shop.csv" });
  const worths = Array.from(worth.codes, (code) => worth.values[code] / 1e6);
  return {
    worths,
    sum: Math.round(worths.reduce((sum, worth) => sum + worth, 0) * 1e6) / 1e6,
    pieces: Array.from(quantity.codes, (code) => quantity.values[code]),
    said: notes.map(({ sentence }) => sentence).join("\n"),
    taken: Object.fromEntries(taken.map(({ column, header }) => [column, header])),
    evidence: taken.flatMap(({ evidence }) => evidence).join("\n"),
  };
}

const asks = (csv: string, columns: ColumnChoices = {}) =>
  assertThrows(() => read(csv, columns), InputError).message;

Deno.test("tableAmounts: price × quantity equals the total, and nothing needs to be said", () => {
  const { sum, said, evidence } = read(
    "order,sku,quantity,price,total\n1,A,2,1.50,3.00\n2,B,1,4,4",
  );
  assertEquals([sum, said], [7, ""]);
  assertMatch(evidence, /"quantity" × "price" equals it on 100 % of lines/);
});

Deno.test("tableAmounts: where they differ, what was paid is the total, and it is said", () => {
  const { sum, said } = read(
    "order,sku,quantity,price,total\n1,A,2,12.50,22.50\n2,B,3,8.90,26.70\n3,C,1,34.00,30.60",
  );
  assertEquals(sum, 79.8);
  assertMatch(said, /on 2 lines \(85\.70 against 79\.80 in all\).*"total", 5\.90 less/);
});

Deno.test("tableAmounts: totals that are far from price × quantity are asked about, with both", () => {
  const csv = "order,sku,quantity,price,total\n1,A,2,1.50,9.00\n2,B,3,4,40\n3,C,2,5,17";
  assertMatch(
    asks(csv),
    /^shop\.csv: "quantity" × "price" comes to 25\.00 and "total" to 66\.00, .*: say --map unit_price=price or --map line_total=total\.$/,
  );
  assertEquals(read(csv, { unit_price: "price" }).sum, 25);
  assertMatch(read(csv, { unit_price: "price" }).said, /not "total" \(66\.00\)/);
  assertEquals(read(csv, { line_total: "total" }).sum, 66);
});

Deno.test("tableAmounts: a total that stands on all lines of an order counts once, by the cent", () => {
  const { worths, said, taken } = read(
    "order,sku,quantity,total\n1,A,1,10.00\n1,B,1,10.00\n1,C,1,10.00\n2,B,3,26.70\n3,A,1,46.50\n3,C,1,46.50",
  );
  assertEquals(worths, [3.34, 3.33, 3.33, 26.7, 23.25, 23.25]);
  assertMatch(said, /once per order, 83\.20 in all and not 149\.70/);
  assertEquals(taken.order_total, "total");
});

Deno.test("tableAmounts: an order's total that cannot be told from a line's is asked about", () => {
  const csv = "order,sku,quantity,total\n1,A,1,10.00\n1,B,1,10.00\n2,C,1,5.00";
  assertMatch(
    asks(csv),
    /\(25\.00 in all\).*\(15\.00\): say --map line_total=total or --map order_total=total/,
  );
  assertEquals(read(csv, { line_total: "total" }).sum, 25);
  assertEquals(read(csv, { order_total: "total" }).sum, 15);
});

Deno.test("tableAmounts: --map order_total on a total that differs within an order is refused", () => {
  const csv = "order,sku,quantity,total\n1,A,1,10.00\n1,B,1,12.00";
  assertMatch(asks(csv, { order_total: "total" }), /differs within an order \(such as 1\)/);
});

Deno.test("tableAmounts: a small whole number called amount beside a price is the quantity", () => {
  const { sum, pieces, said, taken } = read(
    "sku,amount,price\nA,2,98\nA,1,49\nB,3,18\nB,1,6\nC,1,12\nC,4,48",
  );
  assertEquals([sum, pieces], [231, [2, 1, 3, 1, 1, 4]]);
  assertEquals([taken.quantity, taken.line_total], ["amount", "price"]);
  assertMatch(said, /"amount" holds small whole numbers/);
  assertMatch(said, /what the line costs \(231\.00 in all\).*\(price × quantity would be 5/);
});

Deno.test("tableAmounts: a price that grows with the quantity is the line's total, or it is asked", () => {
  const grows = (price: string) =>
    `sku,quantity,${price}\nA,2,20\nA,1,10\nB,3,18\nB,1,6\nC,1,12\nC,4,48\nD,1,5\nD,2,10\nE,1,7\nE,2,14`;
  assertEquals(read(grows("item-price")).sum, 150);
  assertMatch(
    asks(grows("unit price")),
    /say --map line_total="unit price" or --map unit_price="unit price"/,
  );
  assertEquals(read(grows("unit price"), { unit_price: "unit price" }).sum, 374);
  const stays = read("sku,quantity,price\nA,2,10\nA,1,10\nB,3,6\nB,1,6");
  assertEquals([stays.sum, stays.said], [54, ""]);
  assertMatch(
    asks("sku,quantity,amount\nA,2,10\nA,1,10\nB,3,6\nB,1,6"),
    /may be the price of a piece/,
  );
});

Deno.test("tableAmounts: subtotal, shipping and total add up: the goods cost the subtotal", () => {
  const { sum, said } = read("order,subtotal,shipping,total\n1,10,4.90,14.90\n2,20,4.90,24.90");
  assertEquals(sum, 30);
  assertMatch(said, /"total" \(39\.80\) is "subtotal" \(30\.00\) with "shipping"/);
  assertMatch(
    asks("order,amount,total\n1,10,14.90\n2,20,21.90"),
    /"amount" \(30\.00.*"total" \(36\.80\)/,
  );
});

Deno.test("tableAmounts: an order's total beside prices: shipping is left out, discounts count", () => {
  const more = read(
    "order,sku,quantity,price,order_total\n1,A,2,5,14.90\n1,B,1,3,14.90\n2,A,1,5,6.90",
  );
  assertEquals(more.sum, 18);
  assertMatch(
    more.said,
    /more than price × quantity in 2 orders.*--map order_total=order_total counts it/,
  );
  const less = read(
    "order,sku,quantity,price,order_total\n1,A,2,5,11.70\n1,B,1,3,11.70\n2,A,1,5,5",
  );
  assertEquals(less.worths, [9, 2.7, 5]);
});

Deno.test("tableAmounts: quantity 0 with an amount adjusts its order", () => {
  const { sum, pieces, said } = read("order,sku,quantity,sales\n1,A,1,850\n1,B,0,-845\n2,B,0,3");
  assertEquals([sum, pieces], [8, [1, -1, 1]]);
  assertMatch(said, /2 lines of quantity 0 with an amount \(−842\.00 in all\)/);
});

Deno.test("tableAmounts: without quantities a price is that of one piece", () => {
  const { sum, pieces } = read("order,sku,price\n1,A,5\n1,B,3\n2,A,-5");
  assertEquals([sum, pieces], [3, [1, 1, -1]]);
});

Deno.test("tableAmounts: mapping one more column never changes the money in silence", () => {
  const cents = (value: number) => (value / 100).toFixed(2);
  const line = fc.record({
    order: fc.integer({ min: 1, max: 6 }),
    sku: fc.integer({ min: 0, max: 4 }),
    pieces: fc.integer({ min: 1, max: 5 }),
    off: fc.constantFrom(0, 0, 0, 10, 25),
  });
  const kind = fc.constantFrom("line", "order", "price as total");
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), kind, (lines, kind) => {
      const priceOf = (sku: number) => 250 + 175 * sku;
      const paid = lines.map(({ sku, pieces, off }) =>
        Math.round(priceOf(sku) * pieces * (100 - off) / 100)
      );
      const ofOrder = (order: number) =>
        lines.reduce((sum, line, i) => line.order === order ? sum + paid[i] : sum, 0);
      const rows = lines.map(({ order, sku, pieces }, i) =>
        [
          ...[`${order}`, `P${sku}`, `${pieces}`],
          cents(kind === "price as total" ? paid[i] : priceOf(sku)),
          cents(kind === "order" ? ofOrder(order) : paid[i]),
        ].join(",")
      );
      const csv = ["order,sku,quantity,price,total", ...rows].join("\n");
      const attempt = (choices: ColumnChoices) => {
        try {
          return read(csv, choices);
        } catch (fault) {
          assert(fault instanceof InputError, String(fault));
          return undefined;
        }
      };
      const plain = attempt({});
      const truth = paid.reduce((sum, cents) => sum + cents, 0) / 100;
      if (plain && plain.sum !== truth) assert(plain.said !== "", csv);
      const choices: ColumnChoices[] = [
        ...[{ quantity: "quantity" }, { unit_price: "price" }, { line_total: "total" }],
        ...[{ order_total: "total" }, { line_total: "price" }, { product_id: "sku" }],
      ];
      for (const choice of choices) {
        const mapped = attempt(choice);
        if (plain && mapped && mapped.sum !== plain.sum) {
          assert(
            mapped.said !== "" && mapped.said !== plain.said,
            `${JSON.stringify(choice)}\n${csv}`,
          );
        }
      }
    }),
    { seed: 16, numRuns: 300 },
  );
});
