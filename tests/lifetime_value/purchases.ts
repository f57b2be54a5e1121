import pl, { type DataFrame } from "nodejs-polars";
import { createRandom } from "../../src/numeric/random/random.ts";
import { dateSeries } from "../../src/frames/columns.ts";

/** Transaction lines from `[customer, ISO date or time, revenue]`. */
export function lines(rows: readonly (readonly [string, string, number])[]): DataFrame {
  const instants = rows.map(([, date]) => Date.parse(date.includes("T") ? `${date}Z` : date));
  return pl.DataFrame([
    pl.Series("customer_id", rows.map(([customer]) => customer), pl.Utf8),
    pl.Series("revenue", Float64Array.from(rows, ([, , revenue]) => revenue), pl.Float64),
    dateSeries("invoice_date", Float64Array.from(instants)),
  ]);
}

/** Rows of customers who buy as BG/NBD and Gamma-Gamma say, from 2020-01-01 on, over 300 days. */
export function simulatedRows(customers: number, seed: number): [string, string, number][] {
  return Array.from({ length: customers }, (_, i) => i).flatMap((i) => {
    const random = createRandom(seed, i);
    const rate = random.gamma(1.5) / 60;
    const dropout = random.beta(0.8, 2.5);
    const spendRate = random.gamma(4) / 15;
    const rows: [string, string, number][] = [];
    for (let day = 100 * random.next(); day < 300; day += random.exponential(rate)) {
      const date = new Date(Date.UTC(2020, 0, 1) + day * 864e5).toISOString().slice(0, 19);
      rows.push([`C${1000 + i}`, date, Math.round(100 * random.gamma(6) / spendRate) / 100 + 0.01]);
      if (rows.length > 1 && random.next() < dropout) break;
    }
    return rows;
  });
}
