/**
 * Figures: rows in; SVG, caption and table out.
 *
 * @module
 */
export type { Figure, FigureOptions } from "./drawing/figure.ts";
export { table, type TableOptions } from "./drawing/table.ts";
export { basketDistributionFigure } from "./assortment/basket_distribution.ts";
export { priceBandsFigure } from "./assortment/price_bands.ts";
export { productChangesFigure } from "./assortment/product_changes.ts";
export { topProductsFigure } from "./assortment/top_products.ts";
export { calibrationFigure } from "./models/calibration.ts";
export { featureImportanceFigure } from "./models/feature_importance.ts";
export { gainsAndLiftFigure } from "./models/gains_and_lift.ts";
export { partialDependenceFigure } from "./models/partial_dependence.ts";
export { predictedActualFigure } from "./models/predicted_actual.ts";
export { profitCurveFigure } from "./models/profit_curve.ts";
export { rocCurveFigure } from "./models/roc_curve.ts";
export { holdoutFrequencyFigure } from "./purchases/holdout_frequency.ts";
export { purchaseMatrixFigure } from "./purchases/purchase_matrix.ts";
export { purchaseTrackingFigure } from "./purchases/purchase_tracking.ts";
export { productMapFigure } from "./recommendations/product_map.ts";
export { recommendationFigure } from "./recommendations/recommendation.ts";
export { returnsByMonthFigure } from "./returns/returns_by_month.ts";
export { returnsByProductFigure } from "./returns/returns_by_product.ts";
export { cohortRetentionFigure } from "./sales/cohort_retention.ts";
export { cohortRevenueFigure } from "./sales/cohort_revenue.ts";
export { newAndReturningFigure } from "./sales/new_and_returning.ts";
export { paretoFigure } from "./sales/pareto.ts";
export { revenueByCountryFigure } from "./sales/revenue_by_country.ts";
export { revenueByMonthFigure } from "./sales/revenue_by_month.ts";
export { revenueByWeekdayHourFigure } from "./sales/revenue_by_weekday_hour.ts";
export { revenueForecastFigure } from "./sales/revenue_forecast.ts";
export { principalComponentsFigure } from "./segments/principal_components.ts";
export { rfmGridFigure, type RfmGridFigureOptions } from "./segments/rfm_grid.ts";
export { segmentMigrationFigure } from "./segments/segment_migration.ts";
export { segmentProfilesFigure } from "./segments/segment_profiles.ts";
export { segmentSizesFigure } from "./segments/segment_sizes.ts";
export { selectionFigure } from "./segments/selection.ts";
export { silhouettePlotFigure } from "./segments/silhouette_plot.ts";
export { snakePlotFigure } from "./segments/snake_plot.ts";
