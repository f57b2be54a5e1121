import { assertEquals, assertStringIncludes } from "@std/assert";
import { SEQUENTIAL } from "../../../src/figures/drawing/palette.ts";
import { purchaseMatrixFigure } from "../../../src/figures/purchases/purchase_matrix.ts";
import type { PurchaseMatrixCell } from "../../../src/lifetime_value/purchase_matrix.ts";

const cell = (
  repeat_frequency: number,
  days_since_last: number,
  probability_alive: number,
  expected_purchases: number,
): PurchaseMatrixCell => ({
  repeat_frequency,
  days_since_last,
  probability_alive,
  expected_purchases,
});
const rows = [cell(10, 30, 0.5, 12.3), cell(10, 0, 1, 24.4), cell(2, 60, 0.031, 0.44)];

/** What is written in cells and on axes, by place. */
const written = (svg: string) =>
  [...svg.matchAll(/<text[^>]*transform="translate\(([\d.]+),([\d.]+)\)"[^>]*>([\d.]+)</g)]
    .map(([, x, y, text]) => ({ x: Number(x), y: Number(y), text }));

Deno.test("purchaseMatrixFigure: rising frequencies upwards, rising days to the right, one number a cell", () => {
  const texts = written(purchaseMatrixFigure(rows).svg());
  const at = (text: string) => texts.find((label) => label.text === text)!;
  assertEquals(texts.map(({ text }) => text), ["0", "30", "60", "10", "2", "50", "100", "3"]);
  assertEquals(
    [at("0"), at("30"), at("60")].map(({ x }) => x),
    [100, 50, 3].map((p) => at(`${p}`).x),
  );
  assertEquals([at("50").y, at("100").y, at("3").y], [at("10").y, at("10").y, at("2").y]);
  assertEquals(at("10").y < at("2").y && at("0").x < at("30").x, true);
});

Deno.test("purchaseMatrixFigure: shades run from 0 to all, or to the most expected", () => {
  const shades = (svg: string) =>
    [...svg.matchAll(/<rect fill="(#\w+)"[^>]*><title>(\d+) repeat purchases, the last (\d+)/g)]
      .map(([, fill, frequency, days]) => `${frequency} ${days} ${SEQUENTIAL.indexOf(fill)}`);
  const last = SEQUENTIAL.length - 1, middle = Math.floor(0.5 * SEQUENTIAL.length);
  const expected = [`10 30 ${middle}`, `10 0 ${last}`, "2 60 0"];
  assertEquals(shades(purchaseMatrixFigure(rows).svg()), expected);
  const svg = purchaseMatrixFigure(rows, { show: "expected_purchases", horizonDays: 91 }).svg();
  assertEquals(shades(svg), expected);
  assertStringIncludes(svg, "expected purchases in 91 days");
  assertEquals(written(svg).slice(-3).map(({ text }) => text), ["12", "24", "0.4"]);
});

Deno.test("purchaseMatrixFigure: narrow leaves the numbers to the titles, and some days out", () => {
  const many = Array.from({ length: 12 }, (_, i) => cell(1, 30 * i, 1 - i / 12, 1));
  const texts = (width: number) =>
    written(purchaseMatrixFigure(many, { width }).svg()).map(({ text }) => text);
  assertEquals(texts(340), ["0", "90", "180", "270", "1"]);
  assertEquals(texts(860).length, 12 + 1 + 12);
  assertStringIncludes(
    purchaseMatrixFigure(many, { width: 340 }).svg(),
    "92\u00a0% probability of being active",
  );
});

Deno.test("purchaseMatrixFigure: rows are not changed, nothing is said as no data, zeros are drawn", () => {
  const frozen = Object.freeze(rows.map((row) => Object.freeze(row)));
  const inPlaces = (of: readonly PurchaseMatrixCell[]) =>
    written(purchaseMatrixFigure(of).svg()).map(({ x, y, text }) => `${x} ${y} ${text}`).sort();
  assertEquals(inPlaces(frozen.toReversed()), inPlaces(frozen));
  assertStringIncludes(purchaseMatrixFigure([]).svg(), "no data");
  assertStringIncludes(purchaseMatrixFigure([cell(1, 30, NaN, 1)]).svg(), "no data");
  const nothing = purchaseMatrixFigure([cell(1, 30, 1, 0)], { show: "expected_purchases" }).svg();
  assertStringIncludes(nothing, "0.0 expected purchases<");
  assertEquals(/NaN|undefined/.test(nothing), false);
});
