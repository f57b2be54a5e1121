import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import pl from "nodejs-polars";
import { NotEnoughDataError } from "../../src/frames/errors.ts";
import { forecastBusiness } from "../../src/forecast/forecast_business.ts";
import { numberColumn, textColumn } from "../../src/frames/columns.ts";
import { addDays } from "../../src/frames/days.ts";
import { lines } from "../lifetime_value/purchases.ts";

const IDS = Array.from({ length: 20 }, (_, i) => `c${10 + i}`);
const OPTIONS = { asOf: "2022-01-01", firstDate: "2021-01-01", horizonDays: 90 };
/** Twenty customers take turns, 100 on every day; from September on a newcomer each week. */
const ROWS = Array.from({ length: 365 }, (_, day) => {
  const id = day > 243 && day % 7 === 0 ? `new${day}` : IDS[day % 20];
  return [id, addDays("2021-01-01", day), 100 + day % 3] as const;
});
const TRANSACTIONS = lines(ROWS);
const SEGMENTS = pl.DataFrame({
  customer_id: IDS,
  segment: IDS.map((_, i) => i < 15 ? "Often" : "Rare"),
});
/** In no order; the first is expected to spend nothing. */
const EXPECTED = pl.DataFrame({
  customer_id: IDS.toReversed(),
  expected_revenue: IDS.map((_, i) => 37.3 * i),
});

Deno.test("forecastBusiness: customers' values add up to what is expected of existing customers", () => {
  const { forecast, reconciliation, values } = forecastBusiness(
    TRANSACTIONS,
    OPTIONS,
    SEGMENTS,
    EXPECTED,
  );
  const reconciled = numberColumn(values!, "reconciled_revenue");
  assertEquals(reconciled.reduce((sum, value) => sum + value, 0), forecast.total.existing);
  assert(forecast.total.newcomers > 0 && forecast.total.existing > 0);
  assertAlmostEquals(
    forecast.total.existing + forecast.total.newcomers,
    forecast.total.expected,
    1e-9,
  );
  // By id, each times the same factor.
  assertEquals(textColumn(values!, "customer_id"), IDS);
  const { factor, business_total, customers_total } = reconciliation!;
  reconciled.forEach((value, i) => assertAlmostEquals(value, 37.3 * (19 - i) * factor, 1e-9));
  assertEquals(business_total, forecast.total.existing);
  assertAlmostEquals(customers_total, 37.3 * 190, 1e-9);
  assertStringIncludes(reconciliation!.sentence, `multiplies each value by ${factor.toFixed(3)}`);
  assert(!("values" in reconciliation!));
});

Deno.test("forecastBusiness: segments share what existing customers bring", () => {
  const { forecast } = forecastBusiness(TRANSACTIONS, OPTIONS, SEGMENTS);
  const [often, rare, newcomers] = forecast.segments;
  assertEquals([often.segment, rare.segment, newcomers.segment], [
    "Often",
    "Rare",
    "New customers",
  ]);
  assertAlmostEquals(often.expected + rare.expected, forecast.total.existing, 1e-9);
  // As they did from October on; whoever has no segment is left out.
  const spent = (ids: readonly string[]) =>
    ROWS.filter(([id, date]) => date >= "2021-10-01" && ids.includes(id))
      .reduce((sum, [, , revenue]) => sum + revenue, 0);
  const ratio = spent(IDS.slice(0, 15)) / spent(IDS.slice(15));
  assertAlmostEquals(often.expected / rare.expected, ratio, 1e-9);
  assertEquals(newcomers.expected, forecast.total.newcomers);
});

Deno.test("forecastBusiness: without segments only newcomers have a row, the forecast stays the same", () => {
  const { forecast, reconciliation, values } = forecastBusiness(TRANSACTIONS, OPTIONS);
  assertEquals(forecast.segments.map(({ segment }) => segment), ["New customers"]);
  assertEquals([reconciliation, values], [undefined, undefined]);
  const { segments: _, ...same } = forecastBusiness(TRANSACTIONS, OPTIONS, SEGMENTS).forecast;
  const { segments: __, ...alone } = forecast;
  assertEquals(alone, same);
  assert(forecastBusiness(TRANSACTIONS, OPTIONS, undefined, EXPECTED).values !== undefined);
});

Deno.test("forecastBusiness: where nothing is expected of anyone, nothing is reconciled", () => {
  const zeros = EXPECTED.withColumns(pl.lit(0).cast(pl.Float64).alias("expected_revenue"));
  const { forecast, reconciliation, values } = forecastBusiness(
    TRANSACTIONS,
    OPTIONS,
    SEGMENTS,
    zeros,
  );
  assert(forecast.total.expected > 0);
  assertEquals([reconciliation, values], [undefined, undefined]);
});

Deno.test("forecastBusiness: too short a file has no forecast", () => {
  assertThrows(
    () => forecastBusiness(TRANSACTIONS, { ...OPTIONS, asOf: "2021-05-01" }, SEGMENTS, EXPECTED),
    NotEnoughDataError,
    "needs 6",
  );
});
