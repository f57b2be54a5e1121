import { assertEquals, assertThrows } from "@std/assert";
import { repeatPurchaseSummary } from "../../src/lifetime_value/repeat_purchase_summary.ts";
import { numberColumn } from "../../src/frames/columns.ts";
import { cdnowPath, readCdnow } from "./cdnow.ts";
import { lines } from "./purchases.ts";

const FIVE_LINES = [
  ["ada", "2020-01-01T09:00", 5],
  ["ada", "2020-01-01T17:00", 7], // the same day: still the first purchase
  ["ada", "2020-01-08T00:00", 10],
  ["ada", "2020-01-15T23:59", 20.2],
  ["bob", "2020-01-10T12:00", 3],
] as const;

Deno.test("repeatPurchaseSummary: counts days after the first one, by hand", () => {
  const summary = repeatPurchaseSummary(lines(FIVE_LINES), "2020-01-22");
  assertEquals(summary.columns, [
    "customer_id",
    "repeat_frequency",
    "last_purchase_age",
    "age",
    "mean_repeat_spend",
  ]);
  assertEquals(summary.rows(), [["ada", 2, 14, 21, 15.1], ["bob", 0, 0, 12, 0]]);
});

Deno.test("repeatPurchaseSummary: weeks are sevenths of days", () => {
  const summary = repeatPurchaseSummary(lines(FIVE_LINES), "2020-01-22", { unit: "weeks" });
  assertEquals(summary.row(0), ["ada", 2, 2, 3, 15.1]);
});

Deno.test("repeatPurchaseSummary: lines on or after asOf change nothing", () => {
  const before = repeatPurchaseSummary(lines(FIVE_LINES), "2020-01-15");
  assertEquals(before.rows(), [["ada", 1, 7, 14, 10], ["bob", 0, 0, 5, 0]]);
  const later = lines([...FIVE_LINES, ["bob", "2020-01-15T00:00", 99], ["cyd", "2020-02-01", 1]]);
  assertEquals(repeatPurchaseSummary(later, "2020-01-15").rows(), before.rows());
});

Deno.test("repeatPurchaseSummary: the order of rows is no matter", () => {
  const reversed = lines([...FIVE_LINES].reverse());
  assertEquals(
    repeatPurchaseSummary(reversed, "2020-01-22").rows(),
    repeatPurchaseSummary(lines(FIVE_LINES), "2020-01-22").rows(),
  );
});

Deno.test("repeatPurchaseSummary: refuses bad input in one sentence", () => {
  const frame = lines(FIVE_LINES);
  assertThrows(() => repeatPurchaseSummary(lines([]), "2020-01-22"), RangeError, "no line");
  assertThrows(() => repeatPurchaseSummary(frame, "2020-01-01"), RangeError, "no line");
  assertThrows(() => repeatPurchaseSummary(frame, "2020-02-30"), RangeError, "2020-02-30");
  assertThrows(
    () => repeatPurchaseSummary(frame, "2020-01-22", { unit: "years" as "days" }),
    RangeError,
    "years",
  );
  assertThrows(
    () => repeatPurchaseSummary(frame.drop("revenue"), "2020-01-22"),
    TypeError,
    "missing revenue",
  );
});

Deno.test({
  name: "repeatPurchaseSummary: CDNOW has 946 repeat buyers of 2,357, and 1,882 holdout purchases",
  ignore: cdnowPath === undefined,
  fn() {
    const frame = readCdnow();
    const frequency = (asOf: string) =>
      numberColumn(repeatPurchaseSummary(frame, asOf, { unit: "weeks" }), "repeat_frequency");
    const calibration = frequency("1997-10-01");
    const total = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0);
    assertEquals([calibration.length, calibration.filter((x) => x > 0).length], [2357, 946]);
    assertEquals(total(frequency("1998-07-01")) - total(calibration), 1882);
  },
});
