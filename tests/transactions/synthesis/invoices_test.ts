import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { createCalendar, wallClockAt } from "../../../src/transactions/synthesis/calendar.ts";
import { drawCatalogue } from "../../../src/transactions/synthesis/catalogue.ts";
import { DEMO_GROUPS } from "../../../src/transactions/synthesis/groups.ts";
import { drawOrders } from "../../../src/transactions/synthesis/invoices.ts";

const calendar = createCalendar("2023-01-01", 730, DEMO_GROUPS[0].season);
const total = calendar.passed[730];
const catalogue = drawCatalogue(createRandom(1), 500);
const customer = {
  customerId: "12001",
  group: { ...DEMO_GROUPS[0], linesPerOrder: 5 },
  country: "Spain",
  purchaseRate: 0.2,
  dropoutProbability: 0,
  meanOrderValue: 300,
  arrival: 0.25,
};

Deno.test("drawOrders: an invoice for each order, at the wall clock's time of it", () => {
  const { history, observed, invoices } = drawOrders(
    createRandom(2),
    customer,
    calendar,
    catalogue,
  );
  assertAlmostEquals(observed, 0.75 * total, 1e-9);
  assert(history.alive && history.times.at(-1)! < observed);
  assertEquals(
    invoices.map(({ time }) => time),
    history.times.map((time) => wallClockAt(calendar, 0.25 * total + time)),
  );
  for (const { customerId, country, kind, lines } of invoices) {
    assertEquals([customerId, country, kind], ["12001", "Spain", "purchase"]);
    assert(lines.length > 0 && lines.every(({ quantity }) => quantity > 0));
  }
});

Deno.test("drawOrders: orders, their lines and their worth are on average what the customer's are", () => {
  const random = createRandom(3);
  const drawn = Array.from({ length: 20 }, () => drawOrders(random, customer, calendar, catalogue));
  const invoices = drawn.flatMap((orders) => orders.invoices);
  // Who never leaves comes λT times again: 20 draws of a Poisson number.
  const expected = 20 * 0.2 * 0.75 * total;
  assert(Math.abs(invoices.length - 20 - expected) < 4 * Math.sqrt(expected), `${invoices.length}`);
  const mean = (of: (invoice: typeof invoices[number]) => number) =>
    invoices.reduce((sum, invoice) => sum + of(invoice), 0) / invoices.length;
  const worth = mean(({ lines }) =>
    lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice / 100, 0)
  );
  // Whole pieces and packs move it by some per cent, the draw by 4 · 1/√6 · 1/√n.
  assertAlmostEquals(worth / 300, 1, 0.03 + 4 / Math.sqrt(6 * invoices.length));
  assertAlmostEquals(mean(({ lines }) => lines.length), 5, 8 / Math.sqrt(invoices.length));
});

Deno.test("drawOrders: who leaves after every repeat order has one at most", () => {
  const leaving = { ...customer, dropoutProbability: 1, purchaseRate: 5 };
  const { history, invoices } = drawOrders(createRandom(4), leaving, calendar, catalogue);
  assertEquals([history.alive, invoices.length], [false, 2]);
});
