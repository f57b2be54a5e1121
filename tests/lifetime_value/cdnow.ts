import pl, { type DataFrame } from "nodejs-polars";
import { repeatPurchaseSummary } from "../../src/lifetime_value/repeat_purchase_summary.ts";
import { dateSeries, numberColumn } from "../../src/frames/columns.ts";
import { CDNOW_SAMPLE, realDataPath } from "../real_data.ts";

/** Where the CDNOW sample lies, if it does. */
export const cdnowPath = realDataPath(CDNOW_SAMPLE);

/** The CDNOW sample as transaction lines; columns: master id, sample id, date, CDs, dollars. */
export function readCdnow(): DataFrame {
  const lines = Deno.readTextFileSync(cdnowPath!).trim().split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/));
  const instants = lines.map((line) =>
    Date.parse(line[2].replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"))
  );
  return pl.DataFrame([
    pl.Series("customer_id", lines.map((line) => line[1]), pl.Utf8),
    pl.Series("revenue", Float64Array.from(lines, (line) => Number(line[4])), pl.Float64),
    dateSeries("invoice_date", Float64Array.from(instants)),
  ]);
}

/** The 39 weeks of calibration, in weeks, as the published tables have them. */
export function cdnowCalibration() {
  const summary = repeatPurchaseSummary(readCdnow(), "1997-10-01", { unit: "weeks" });
  return {
    repeatFrequency: numberColumn(summary, "repeat_frequency"),
    lastPurchaseAge: numberColumn(summary, "last_purchase_age"),
    // The tables count to 1997-09-30, the last day, we to the midnight that ends it.
    age: numberColumn(summary, "age").map((weeks) => weeks - 1 / 7),
    meanRepeatSpend: numberColumn(summary, "mean_repeat_spend"),
  };
}
