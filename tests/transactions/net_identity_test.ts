import { assertEquals } from "@std/assert";
import fc from "fast-check";
import pl from "nodejs-polars";
import { numberColumn } from "../../src/frames/columns.ts";
import { InputError } from "../../src/frames/errors.ts";
import { inMillionths } from "../../src/frames/money.ts";
import { openShop } from "../../src/pipeline/open_shop.ts";
import {
  type CleanTransactions,
  cleanTransactions,
} from "../../src/transactions/cleaning/clean_transactions.ts";
import { customerNet } from "../../src/transactions/cleaning/customer_net.ts";
import { transactionLines } from "../../src/transactions/mapping/transaction_lines.ts";
import { CDNOW_MASTER, ONLINE_RETAIL, realDataPath } from "../real_data.ts";

/** Amounts in whole millionths, added up. */
function added(amounts: Iterable<number>): bigint {
  return inMillionths(Float64Array.from(amounts)).reduce((sum, part) => sum + BigInt(part), 0n);
}

/** Net of the shop = net of all customers + net without a customer, in every table. */
function assertNetIsOne({ transactions, sales, returns, audit }: CleanTransactions): void {
  const { shop, customers, without_customer } = audit.net;
  assertEquals(added([customers, without_customer]), added([shop]));
  const ofLines = [
    ...numberColumn(transactions, "net_revenue"),
    ...numberColumn(returns, "unmatched_revenue"),
  ];
  assertEquals(added(ofLines), added([customers]));
  const ofCustomers = customerNet({ transactions, returns });
  assertEquals(added(numberColumn(ofCustomers, "net_revenue")), added([customers]));
  assertEquals(audit.returns.net_revenue, customers);
  assertEquals(
    added([audit.returns.net_revenue, audit.returns.returned_revenue]),
    added([audit.revenue_kept]),
  );
  assertEquals(added(numberColumn(sales, "revenue")), added([audit.sales.revenue]));
  assertEquals(added(numberColumn(returns, "revenue")), -added([audit.returns.returned_revenue]));
}

const line = fc.record({
  order: fc.integer({ min: 1, max: 6 }),
  product: fc.constantFrom("MUG", "TEA", "POT"),
  quantity: fc.constantFrom(1, 2, 3, 12, -1, -2, -5),
  price: fc.constantFrom("1", "2.50", "0.333333", "19.99", "7.005"),
  day: fc.integer({ min: 1, max: 28 }),
  customer: fc.constantFrom("A", "B", "C", ""),
  isNamed: fc.boolean(),
});

Deno.test("net: one identity in random shops, whatever came back, to the millionth", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), fc.boolean(), (rows, amounts) => {
      const column = (value: (row: typeof rows[number], i: number) => string) => rows.map(value);
      const common = {
        order_id: column(({ order, quantity, isNamed }, i) =>
          quantity < 0 && !isNamed ? `R${i}` : `${order}`
        ),
        date: column(({ day }) => `2024-05-${String(day).padStart(2, "0")}`),
        customer_id: column(({ customer }) => customer),
      };
      const table = pl.DataFrame(
        amounts
          ? { ...common, total: column(({ price, quantity }) => (quantity < 0 ? "-" : "") + price) }
          : {
            ...common,
            sku: column(({ product }) => product),
            quantity: column(({ quantity }) => `${quantity}`),
            price: column(({ price }) => price),
          },
      );
      let cleaned: CleanTransactions;
      try {
        cleaned = cleanTransactions(transactionLines(table, "shop"), { decimalMark: "point" });
      } catch (error) {
        if (error instanceof InputError) return; // nobody bought anything
        throw error;
      }
      assertNetIsOne(cleaned);
    }),
    { numRuns: 150, seed: 16 },
  );
});

const FIXTURES = new URL("../fixtures/exports/", import.meta.url).pathname;

Deno.test("net: one identity in every shop's export that is read", () => {
  for (const { name } of Deno.readDirSync(FIXTURES)) {
    try {
      assertNetIsOne(openShop([FIXTURES + name]));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
});

Deno.test("net: one identity in the demo", () => assertNetIsOne(openShop()));

for (const name of [ONLINE_RETAIL, CDNOW_MASTER]) {
  const path = realDataPath(name);
  Deno.test({
    name: `net: one identity in ${name}`,
    ignore: path === undefined,
    fn: () => assertNetIsOne(openShop([path!])),
  });
}

Deno.test("net: late refunds count without any option, also those without a customer", () => {
  const { audit, as_of, transactions, returns } = openShop([`${FIXTURES}refunds_qty.csv`]);
  assertEquals(as_of, "2023-02-27");
  assertEquals(audit.net, { shop: 33.9, customers: 33.9, without_customer: 0 });
  assertEquals(customerNet({ transactions, returns }).rows(), [["A", 21.4], ["B", 12.5]]);
  const nobodys = cleanTransactions(transactionLines(
    pl.DataFrame({
      order_id: ["1", "2", "3"],
      date: ["2024-05-01", "2024-05-02", "2024-05-03"],
      customer_id: ["7", "", ""],
      total: ["10", "5", "-2"],
    }),
    "shop",
  ));
  assertEquals(nobodys.audit.net, { shop: 13, customers: 10, without_customer: 3 });
  assertEquals(nobodys.audit.last_line_date, "2024-05-03");
});
