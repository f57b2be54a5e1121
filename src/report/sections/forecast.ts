import { noResultInWords } from "../../frames/attempt.ts";
import { formatMoney } from "../../words/money.ts";
import { modelName } from "../parts/model_name.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatMonth } from "../../words/dates.ts";
import { revenueForecastFigure } from "../../figures/sales/revenue_forecast.ts";
import { showFigure } from "../parts/show_figure.ts";
import { html, type Markup } from "../parts/html.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import type { RevenueForecast } from "../../forecast/forecast_revenue.ts";
import { section } from "../parts/section.ts";
import { table } from "../parts/table.ts";

/**
 * Writes what the business will take in: a fan chart, tables by month and by segment, how such
 * forecasts did at past dates, and how the customers' values add up to it.
 */
export function forecast({ forecast: attempt, currency }: RunResult): Markup {
  if (attempt.kind !== "result") {
    const reason = noResultInWords(attempt);
    return section(
      "forecast",
      TITLE,
      LEAD,
      html`<p class="missing">Revenue forecast: ${reason}</p>`,
    );
  }
  const { forecast, reconciliation } = attempt.result;
  return section("forecast", TITLE, LEAD, [
    showFigure(revenueForecastFigure(forecast, {
      title: "Revenue per day by month, actual and forecast",
      currency,
    })),
    html`<div class="panel">${byMonth(forecast, currency)}</div>`,
    html`<div class="panel">${bySegment(forecast, currency)}
${reconciliation ? html`<p class="note">${reconciliation.sentence}</p>` : null}</div>`,
    html`<div class="panel"><p>${forecast.selection_reason}</p>${backtest(forecast, currency)}
<ul class="notes">${forecast.warnings.map((text) => html`<li>${text}</li>`)}</ul></div>`,
  ]);
}

const TITLE = "Revenue forecast";
const LEAD =
  "Revenue from existing and new customers over the horizon, by the method that did best in " +
  "backtests, with intervals from its errors there.";

function byMonth({ months, total }: RevenueForecast, currency?: string): Markup {
  const money = (value: number) => formatMoney(value, currency);
  const cells = (row: RevenueForecast["total"]) => [
    money(row.expected),
    `${money(row.low80)} to ${money(row.high80)}`,
    `${money(row.low95)} to ${money(row.high95)}`,
    money(row.existing),
    money(row.newcomers),
  ];
  const days = months.reduce((sum, row) => sum + row.days, 0);
  return table("Revenue forecast by month", [
    { label: "month", text: true },
    { label: "days" },
    { label: "expected" },
    { label: "80 % interval" },
    { label: "95 % interval" },
    { label: "existing customers" },
    { label: "new customers" },
  ], [
    ...months.map((row) => ({
      cells: [formatMonth(row.month), formatNumber(row.days), ...cells(row)],
    })),
    { kind: "sum", cells: ["all", formatNumber(days), ...cells(total)] },
  ]);
}

function bySegment({ segments, total }: RevenueForecast, currency?: string): Markup {
  return table(
    "Revenue forecast by segment",
    [{ label: "segment", text: true }, { label: "expected" }, { label: "share" }],
    segments.map(({ segment, expected }) => ({
      cells: [
        segment,
        formatMoney(expected, currency),
        formatPercent(total.expected > 0 ? expected / total.expected : null),
      ],
    })),
  );
}

function backtest({ methods }: RevenueForecast, currency?: string): Markup {
  return table(
    "Backtests of the methods, in revenue per day",
    [
      { label: "method", text: true },
      { label: "mean absolute error" },
      { label: "of revenue (WAPE)" },
      { label: "MAPE" },
      { label: "MASE" },
      { label: "bias" },
      { label: "within 80 %" },
      { label: "within 95 %" },
    ],
    methods.map((row, i) => ({
      kind: i === 0 ? "best" : row.baseline ? "baseline" : undefined,
      cells: [
        modelName({ model: row.method, baseline: row.baseline }),
        formatMoney(row.mae, currency),
        formatPercent(row.wape),
        formatPercent(row.mape),
        formatNumber(row.mase, 2),
        formatPercent(row.bias),
        formatPercent(row.coverage_80),
        formatPercent(row.coverage_95),
      ],
    })),
  );
}
