import { assertEquals } from "@std/assert";
import { cohortRetention } from "../../src/exploration/cohorts/cohort_retention.ts";
import { revenueByCountry } from "../../src/exploration/revenue_by_country.ts";
import { revenueByMonth } from "../../src/exploration/revenue_by_month.ts";
import { revenueByWeekdayHour } from "../../src/exploration/revenue_by_weekday_hour.ts";
import pandas from "../fixtures/customers_pandas.json" with { type: "json" };
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";

const ignore = !onlineRetailPath;

Deno.test({
  name: "revenueByMonth: parity with pandas on the UCI file, the last month incomplete",
  ignore,
  fn() {
    const months = revenueByMonth(onlineRetail().transactions);
    const expected = Object.entries(pandas.months);
    assertEquals(
      months.map((
        { month, revenue, invoices, customers },
      ) => [month, { revenue, invoices, customers }]),
      expected as unknown,
    );
    assertEquals(months.filter(({ complete }) => !complete).map(({ month }) => month), ["2011-12"]);
  },
});

Deno.test({
  name: "revenueByCountry: parity with pandas on the UCI file",
  ignore,
  fn() {
    const countries = revenueByCountry(onlineRetail().transactions);
    assertEquals(
      Object.fromEntries(
        countries.map(({ country, revenue, customers }) => [country, [revenue, customers]]),
      ),
      pandas.countries as unknown as Record<string, number[]>,
    );
    assertEquals(countries[0].revenue, 7_285_024.644);
  },
});

Deno.test({
  name: "revenueByWeekdayHour: Thursday is busiest and nothing is sold on Saturdays (UCI)",
  ignore,
  fn() {
    const invoices = new Array(8).fill(0);
    for (const row of revenueByWeekdayHour(onlineRetail().transactions)) {
      invoices[row.weekday] += row.invoices;
    }
    assertEquals(invoices.indexOf(Math.max(...invoices)), 4);
    assertEquals(invoices[6], 0);
  },
});

Deno.test({
  name: "cohortRetention: parity with pandas on the UCI file",
  ignore,
  fn() {
    const active = cohortRetention(onlineRetail().transactions).filter((row) => row.customers > 0);
    assertEquals(
      active.map(({ cohort, age_months, customers }) => [cohort, age_months, customers]),
      pandas.cohorts as unknown,
    );
  },
});
