/**
 * Figures: rows in; SVG, caption and table out.
 *
 * @module
 */
export { basketChart } from "./assortment/basket_chart.ts";
export { calibrationChart } from "./models/calibration_chart.ts";
export { cohortRetentionChart } from "./sales/cohort_retention_chart.ts";
export { cohortRevenueChart } from "./sales/cohort_revenue_chart.ts";
export { featureImportanceChart } from "./models/feature_importance_chart.ts";
export { newAndReturningChart } from "./sales/new_and_returning_chart.ts";
export { paretoChart } from "./sales/pareto_chart.ts";
export { partialDependenceChart } from "./models/partial_dependence_chart.ts";
export { forecastFanRows } from "./sales/forecast_fan_rows.ts";
export { forecastFanChart } from "./sales/forecast_fan_chart.ts";
export { purchaseMatrixChart } from "./purchases/purchase_matrix_chart.ts";
export { purchaseTrackingChart } from "./purchases/purchase_tracking_chart.ts";
export { holdoutFrequencyChart } from "./purchases/holdout_frequency_chart.ts";
export { predictedActualChart } from "./models/predicted_actual_chart.ts";
export { priceBandsChart } from "./assortment/price_bands_chart.ts";
export { productChangesChart } from "./assortment/product_changes_chart.ts";
export { productMapChart, type ProductMapRows } from "./recommendations/product_map_chart.ts";
export { profitCurveChart } from "./models/profit_curve_chart.ts";
export { recommendationChart } from "./recommendations/recommendation_chart.ts";
export { returnedProductsChart } from "./returns/returned_products_chart.ts";
export { returnsByMonthChart } from "./returns/returns_by_month_chart.ts";
export { revenueByCountryChart } from "./sales/revenue_by_country_chart.ts";
export { revenueByMonthChart } from "./sales/revenue_by_month_chart.ts";
export {
  rfmGridChart,
  type RfmGridChartOptions,
  type RfmGridRow,
} from "./segments/rfm_grid_chart.ts";
export { rocChart } from "./models/roc_chart.ts";
export { componentsMapChart } from "./segments/components_map_chart.ts";
export { liftChart } from "./models/lift_chart.ts";
export { migrationChart } from "./segments/migration_chart.ts";
export { silhouetteBladesChart } from "./segments/silhouette_blades_chart.ts";
export { snakePlotChart } from "./segments/snake_plot_chart.ts";
export { segmentProfilesChart } from "./segments/segment_profiles_chart.ts";
export { segmentSizesChart } from "./segments/segment_sizes_chart.ts";
export { selectionChart } from "./segments/selection_chart.ts";
export { table, type TableOptions } from "./drawing/table.ts";
export { topProductsChart } from "./assortment/top_products_chart.ts";
export { weekdayHourChart } from "./sales/weekday_hour_chart.ts";
