import { InputError } from "../../../../src/frames/errors.ts";
import { netOf, netOfInvoices, reasonsOf, shopOf } from "../../shop_of.ts";
import fc from "fast-check";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";

const HEADER = "order_id,date,customer_id,amount,currency";
const TWO = [
  HEADER,
  "1,2024-05-01,A,10.00,EUR",
  "2,2024-05-02,B,20.00,usd",
  "3,2024-05-09,B,30.00,USD",
];

function withRates<T>(lines: readonly string[], use: (rates: string) => T): T {
  const rates = Deno.makeTempFileSync({ suffix: ".csv" });
  try {
    Deno.writeTextFileSync(rates, lines.join("\n") + "\n");
    return use(rates);
  } finally {
    Deno.removeSync(rates);
  }
}

Deno.test("inOneCurrency: several are asked about, with lines and sums of each", () => {
  const { message } = assertThrows(() => shopOf(TWO), InputError);
  assertMatch(
    message,
    /holds 2 currencies, which are not added: USD \(2 lines, 50\.00\), EUR \(1 line, 10\.00\); keep one with --currency USD/,
  );
});

Deno.test("inOneCurrency: one is kept, the others are left out and never added", () => {
  const shop = shopOf(TWO, { currency: "US$" });
  assertEquals([netOf(shop), shop.currency, shop.audit.revenue_read], [50, "USD", 50]);
  assertEquals(reasonsOf(shop), { other_currency: [1, 0] });
  assertMatch(shop.notes[0].sentence, /only the lines in USD count .*EUR \(1 line, 10\.00\)/);
  assertThrows(() => shopOf(TWO, { currency: "GBP" }), InputError, "no amounts in GBP");
});

Deno.test("inOneCurrency: the only one is the shop's, a sign stays a sign", () => {
  const rows = ["1,2024-05-01,A,10.00,gbp", "2,2024-05-02,B,20.00,"];
  const pounds = shopOf([HEADER, ...rows]);
  assertEquals(pounds.currency, "GBP");
  assertMatch(pounds.notes[0].sentence, /all amounts are in GBP, those of 1 line without/);
  const dollars = ["1,2024-05-01,A,10.00,CAD", "2,2024-05-02,B,20.00,$"];
  assertEquals(shopOf([HEADER, ...dollars]).currency, "CAD");
  const signs = [
    "order_id,date,customer_id,amount",
    "1,2024-05-01,A,$10.00",
    "2,2024-05-02,B,$5.00",
  ];
  assertEquals(shopOf(signs).currency, "$");
  assertEquals(shopOf(signs, { currency: "CAD" }).currency, "CAD");
  assertThrows(() => shopOf(signs, { currency: "EUR" }), InputError, "no amounts in EUR, but $");
  const bare = ["order_id,date,customer_id,amount", "1,2024-05-01,A,10.00"];
  assertEquals([shopOf(bare).currency, shopOf(bare, { currency: "£" }).currency], [
    undefined,
    "GBP",
  ]);
});

Deno.test("inOneCurrency: files in different currencies are several, too", () => {
  const csv = (currency: string) => [HEADER, `1${currency},2024-05-01,A,10.00,${currency}`];
  const second = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(second, csv("EUR").join("\n"));
  assertThrows(() => shopOf(csv("USD"), {}, [second]), InputError, "The input holds 2 currencies");
  Deno.removeSync(second);
});

Deno.test("inOneCurrency: rates of the order's day or the last before it", () => {
  const rates = ["date,from,to,rate", "2024-05-08,USD,EUR,0.90", "2024-05-01,USD,EUR,0.925"];
  withRates(rates, (rates) => {
    const shop = shopOf(TWO, { rates });
    assertEquals([netOf(shop), shop.currency], [10 + 18.5 + 27, "EUR"]);
    assertMatch(shop.notes[0].sentence, /2 lines converted to EUR .* are 55\.50 EUR in all/);
    assertEquals(netOf(shopOf(TWO, { rates, currency: "USD" })), 60.810811, "the inverse");
  });
});

Deno.test("inOneCurrency: a missing rate, or one that is none, is named", () => {
  const late = ["date,from,to,rate", "2024-05-03,USD,EUR,0.90"];
  withRates(late, (rates) => {
    const { message } = assertThrows(() => shopOf(TWO, { rates }), InputError);
    assertMatch(message, /no rate from USD to EUR on or before 2024-05-02 \(.*line 3\): add one/);
  });
  withRates(["date,from,to,rate", "2024-05-03,USD,EUR,none"], (rates) => {
    assertThrows(() => shopOf(TWO, { rates }), InputError, "line 2");
  });
  withRates(["date,from,rate", "2024-05-03,USD,2"], (rates) => {
    assertThrows(() => shopOf(TWO, { rates }), InputError, 'no column "to"');
  });
});

Deno.test("lineCurrencies: an order's first line tells it; what is no currency decides nothing", () => {
  const header = "order_id,order_date,customer_id,product,quantity,price,currency";
  const rows = ["1,2024-05-01,A,X,1,5,EUR", "1,2024-05-01,A,Y,1,6,", "2,2024-05-02,B,X,1,5,USD"];
  assertEquals(netOf(shopOf([header, ...rows], { currency: "EUR" })), 11);
  const other = shopOf([header, "1,2024-05-01,A,X,1,5,store credit"]);
  assertEquals(other.currency, undefined);
  assertMatch(other.notes[0].sentence, /holds no currencies \(it says "store credit"\)/);
});

Deno.test("inOneCurrency: any amounts at any rates are what fractions of whole numbers say", () => {
  const cents = fc.integer({ min: 1, max: 10 ** 6 });
  const rate = fc.integer({ min: 100, max: 10 ** 6 });
  const anyLines = fc.array(fc.tuple(cents, fc.constantFrom("EUR", "USD", "JPY"), fc.nat(9)), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(anyLines, rate, rate, (lines, dollar, yen) => {
      const csv = lines.map(([amount, currency, day], id) =>
        `${id},2024-05-1${day},K,${(amount / 100).toFixed(2)},${currency}`
      );
      const decimal = (rate: number) => (rate / 1e4).toFixed(4);
      const rates = [
        "date,from,to,rate",
        `2024-05-01,USD,EUR,${decimal(dollar)}`,
        `2024-05-01,EUR,JPY,${decimal(yen)}`,
      ];
      withRates(rates, (rates) => {
        const net = netOfInvoices(shopOf([HEADER, ...csv], { rates, currency: "EUR" }));
        lines.forEach(([amount, currency], id) => {
          const millionths = BigInt(amount) * 10_000n;
          const [over, under] = currency === "EUR"
            ? [millionths, 1n]
            : currency === "USD"
            ? [millionths * BigInt(dollar), 10_000n]
            : [millionths * 10_000n, BigInt(yen)];
          const whole = over / under, twice = 2n * (over % under);
          const isUp = twice > under || (twice === under && whole % 2n === 1n);
          assertEquals(net.get(`${id}`), Number(whole + (isUp ? 1n : 0n)), `${currency} ${amount}`);
        });
      });
    }),
    { seed: 16, numRuns: 40 },
  );
});
