/** Random orders with states, discounts and refunds, against the plainest computation in whole cents. */
import { InputError } from "../../src/frames/errors.ts";
import { QUICK_ONLY } from "../slow.ts";
import { netOfInvoices, shopOf } from "./shop_of.ts";
import { assertEquals, assertMatch } from "@std/assert";
import fc from "fast-check";

const STATES = {
  sale: ["paid", "Completed", "bezahlt", "livrée", "pagado", "concluído", "spedito", "verzonden"],
  refund: ["refunded", "Erstattet", "remboursé", "reembolsado", "rimborsato", "terugbetaald"],
  none: ["voided", "storniert", "failed", "pending", "en attente", "rechazado", "in afwachting"],
} as const;

const anyOrder = fc.record({
  lines: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99_99 })), {
    minLength: 1,
    maxLength: 4,
  }),
  state: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(...STATES.sale.map((word) => ["sale", word] as const)),
    },
    fc.constantFrom(...STATES.refund.map((word) => ["refund", word] as const)),
    fc.constantFrom(...STATES.none.map((word) => ["none", word] as const)),
  ),
  discounted: fc.integer({ min: 0, max: 100 }).map((percent) => percent > 60 ? percent - 60 : 0),
  shipping: fc.constantFrom(0, 490, 1250),
  refunded: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 120 })),
});

const anyShop = fc.record({
  orders: fc.array(anyOrder, { minLength: 1, maxLength: 8 }),
  onFirstLine: fc.boolean(),
  hasAmounts: fc.boolean(),
  comma: fc.boolean(),
});

type AnyShop = typeof anyShop extends fc.Arbitrary<infer T> ? T : never;

/** An order in whole cents: goods, what is taken off, its total, what goes back, what remains. */
function inCents(order: AnyShop["orders"][number], hasAmounts: boolean) {
  const listed = order.lines.reduce((sum, [pieces, price]) => sum + pieces * price, 0);
  const discount = Math.floor(listed * order.discounted / 100);
  const goods = listed - discount, total = goods + order.shipping;
  const amount = Math.min(total, Math.floor(total * order.refunded / 100));
  const [kind] = order.state;
  const written = hasAmounts && kind !== "none" ? amount : 0;
  const back = written > 0 ? (written >= total ? goods : written) : kind === "refund" ? goods : 0;
  return { discount, total, written, net: kind === "none" ? undefined : goods - back, goods };
}

function csvOf({ orders, onFirstLine, hasAmounts, comma }: AnyShop): string[] {
  const money = (cents: number) => (cents / 100).toFixed(2).replace(".", comma ? "," : ".");
  const header = "Order ID;Order date;Customer;SKU;Quantity;Price;Order status;Order discount;" +
    "Shipping;Tax;Order total" + (hasAmounts ? ";Refunded amount" : "");
  return [
    header,
    ...orders.flatMap((order, id) => {
      const { discount, total, written } = inCents(order, hasAmounts);
      const facts = [order.state[1], ...[discount, order.shipping, 0, total].map(money)];
      if (hasAmounts) facts.push(money(written));
      return order.lines.map(([pieces, price], i) =>
        [
          ...[id, `2024-05-${10 + id}`, `K${id % 3}`, `P${i}`, pieces, money(price)],
          ...facts.map((fact) => onFirstLine && i > 0 ? "" : fact),
        ].join(";")
      );
    }),
  ];
}

Deno.test("typedLines: any orders with states, discounts and refunds keep what a naive sum keeps", () => {
  fc.assert(
    fc.property(anyShop, (shop) => {
      const truth = new Map<string, number>();
      shop.orders.forEach((order, id) => {
        const { net, goods } = inCents(order, shop.hasAmounts);
        if (net !== undefined && goods > 0) truth.set(`${id}`, net * 1e4);
      });
      const read = (): Map<string, number> | string => {
        try {
          return netOfInvoices(shopOf(csvOf(shop)));
        } catch (fault) {
          if (fault instanceof InputError) return fault.message;
          throw fault;
        }
      };
      const found = read();
      if (typeof found !== "string") {
        assertEquals([...found].sort(), [...truth].sort());
      } else if (truth.size > 0) {
        // The discount is as large as the shipping, in every order.
        assertMatch(found, /--discounts|--decimal-mark/);
      }
    }),
    { seed: 16, numRuns: QUICK_ONLY ? 20 : 500 },
  );
});
