import { basketDistributionFigure } from "../../figures/assortment/basket_distribution.ts";
import { priceBandsFigure } from "../../figures/assortment/price_bands.ts";
import { productChangesFigure } from "../../figures/assortment/product_changes.ts";
import { topProductsFigure } from "../../figures/assortment/top_products.ts";
import { paretoFigure } from "../../figures/sales/pareto.ts";
import { revenueByCountryFigure } from "../../figures/sales/revenue_by_country.ts";
import { showFigure } from "../show_figure.ts";
import { html, type Markup } from "../html.ts";
import type { ReportInput } from "../report_input.ts";
import { section } from "../section.ts";

/**
 * Writes what the shop sells, in what baskets, and to whom: products, prices, orders, customers and
 * countries.
 *
 * @param input Everything that the report shows.
 * @returns A section with seven charts.
 *
 * @example
 * ```ts
 * import { emptyReportInput } from "../empty_report_input.ts";
 * import { assortment } from "./assortment.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { markup } = assortment(emptyReportInput("A shop", "2011-12-10"));
 * assertEquals(markup.split("There is not enough data for this figure.</figcaption>").length - 1, 7);
 * ```
 */
export function assortment(input: ReportInput): Markup {
  const { currency, topProducts, productChanges, priceBands, baskets } = input;
  // A file without countries has one, and does not know it.
  const countries = input.countries.some(({ country }) => country !== "Unknown")
    ? input.countries
    : [];
  const { topShare, giniCoefficient, comparedWindows: windows } = input;
  return section(
    "assortment",
    "What it sells, in what baskets, and to whom",
    "A few products, a few large orders and a few customers often make most of the revenue.",
    [
      showFigure(topProductsFigure(topProducts, { currency })),
      showFigure(productChangesFigure(productChanges, { currency, windows })),
      showFigure(priceBandsFigure(priceBands, { currency })),
      html`<div class="row">${[
        showFigure(
          basketDistributionFigure(baskets?.value, { title: "Orders by value", currency }),
          { small: true },
        ),
        showFigure(
          basketDistributionFigure(baskets?.pieces, { title: "Orders by pieces", unit: "pieces" }),
          { small: true },
        ),
      ]}</div>`,
      showFigure(paretoFigure(input.pareto, {
        topShare: topShare ?? undefined,
        giniCoefficient: giniCoefficient ?? undefined,
      })),
      showFigure(revenueByCountryFigure(countries, { currency })),
    ],
  );
}
