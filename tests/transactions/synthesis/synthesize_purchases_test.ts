import { assert, assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { numberColumn } from "../../../src/frames/columns.ts";
import { drawPurchaseHistory } from "../../../src/transactions/synthesis/purchases.ts";
import { synthesizeTransactions } from "../../../src/transactions/synthesis/synthesize_transactions.ts";

/** E[X(T) | λ, p] = (1 − exp(−λ p T)) / p: Fader, Hardie & Lee (2005), equation 7. */
function expectedRepeatPurchases(rate: number, dropout: number, observed: number): number {
  return dropout === 0 ? rate * observed : -Math.expm1(-rate * dropout * observed) / dropout;
}

/** How many standard errors the mean of the differences is away from zero. */
function standardErrorsFromZero(differences: readonly number[]): number {
  const n = differences.length;
  const mean = differences.reduce((sum, d) => sum + d, 0) / n;
  const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (n - 1);
  return Math.abs(mean) / Math.sqrt(variance / n);
}

Deno.test("drawPurchaseHistory: starts at 0, ascends, stays within the time observed", () => {
  const { times } = drawPurchaseHistory(createRandom(3), 0.5, 0.01, 100);
  assertEquals(times[0], 0);
  assert(times.every((time, i) => i === 0 || (time > times[i - 1] && time < 100)));
});

Deno.test("drawPurchaseHistory: without dropout it is a Poisson process (mean = variance = λT)", () => {
  const random = createRandom(5);
  const counts = Array.from(
    { length: 20_000 },
    () => drawPurchaseHistory(random, 0.1, 0, 50).times.length - 1,
  );
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
  assert(Math.abs(mean - 5) < 4 * Math.sqrt(5 / counts.length), `mean ${mean}`);
  assert(Math.abs(variance - 5) < 0.25, `variance ${variance}`);
});

Deno.test("drawPurchaseHistory: Fader, Hardie & Lee (2005) equation 7 meets simulation", () => {
  const random = createRandom(9);
  const differences = Array.from(
    { length: 20_000 },
    () =>
      drawPurchaseHistory(random, 0.08, 0.2, 60).times.length - 1 -
      expectedRepeatPurchases(0.08, 0.2, 60),
  );
  assert(standardErrorsFromZero(differences) < 4);
});

Deno.test("synthesizeTransactions: orders agree with E[X(T) | λ, p] of the BG/NBD model", () => {
  const { customers } = synthesizeTransactions().truth;
  const column = (name: string) => numberColumn(customers, name);
  const [rates, dropouts] = [column("purchase_rate"), column("dropout_probability")];
  const observed = column("observed_days");
  const differences = Array.from(
    column("orders"),
    (orders, i) => orders - 1 - expectedRepeatPurchases(rates[i], dropouts[i], observed[i]),
  );
  assert(standardErrorsFromZero(differences) < 4);
});
