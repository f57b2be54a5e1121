import { assert, assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import {
  DEMO_COUNTRIES,
  drawCountry,
  drawCustomers,
} from "../../../src/transactions/synthesis/customers.ts";
import { DEMO_GROUPS } from "../../../src/transactions/synthesis/groups.ts";

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const isNear = (observed: number, expected: number, error: number) =>
  assert(Math.abs(observed - expected) < error, `${observed}, expected ${expected} ± ${error}`);

Deno.test("drawCustomers: groups get their shares of the customers, to the last one", () => {
  const groups = [1, 1, 2].map((share, i) => ({ ...DEMO_GROUPS[0], name: `${i}`, share }));
  const count = (customers: number) => {
    const drawn = drawCustomers(1, customers, groups).map(({ group }) => group.name);
    return groups.map(({ name }) => drawn.filter((own) => own === name).length);
  };
  assertEquals([count(8), count(10)], [[2, 2, 4], [3, 2, 5]]);
  assertEquals(count(1).reduce((sum, n) => sum + n), 1);
});

Deno.test("drawCustomers: means of a group are those of its distributions", () => {
  const group = { ...DEMO_GROUPS[0], arrival: [0.2, 0.4] as const };
  const { bgNbd: { r, alpha, a, b }, gammaGamma: { p, q, gamma } } = group;
  const n = 10_000, drawn = drawCustomers(2, n, [group]);
  const errors = 4 / Math.sqrt(n);
  isNear(mean(drawn.map((own) => own.purchaseRate)), r / alpha, errors * Math.sqrt(r) / alpha);
  const spread = Math.sqrt(a * b / (a + b + 1)) / (a + b);
  isNear(mean(drawn.map((own) => own.dropoutProbability)), a / (a + b), errors * spread);
  const value = p * gamma / (q - 1);
  isNear(mean(drawn.map((own) => own.meanOrderValue)), value, errors * value / Math.sqrt(q - 2));
  isNear(mean(drawn.map((own) => own.arrival)), 0.3, errors * 0.2 / Math.sqrt(12));
  assert(drawn.every(({ arrival }) => arrival >= 0.2 && arrival < 0.4));
});

Deno.test("drawCustomers: a customer is the same among however many; ids ascend", () => {
  const [few, many] = [3, 50].map((count) => drawCustomers(3, count, [DEMO_GROUPS[1]]));
  assertEquals(many.slice(0, 3), few);
  assertEquals(few.map(({ customerId }) => customerId), ["12001", "12002", "12003"]);
});

Deno.test("drawCountry: every country by its share", () => {
  const random = createRandom(4), n = 20_000;
  const drawn = Array.from({ length: n }, () => drawCountry(random));
  for (const [country, share] of DEMO_COUNTRIES) {
    const observed = drawn.filter((own) => own === country).length / n;
    isNear(observed, share, 4 * Math.sqrt(share * (1 - share) / n));
  }
});
