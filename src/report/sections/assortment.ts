import { basketDistributionFigure } from "../../figures/assortment/basket_distribution.ts";
import { priceBandsFigure } from "../../figures/assortment/price_bands.ts";
import { productChangesFigure } from "../../figures/assortment/product_changes.ts";
import { topProductsFigure } from "../../figures/assortment/top_products.ts";
import { paretoFigure } from "../../figures/sales/pareto.ts";
import { revenueByCountryFigure } from "../../figures/sales/revenue_by_country.ts";
import { resultOf } from "../../frames/attempt.ts";
import { showFigure } from "../parts/show_figure.ts";
import { html, type Markup } from "../parts/html.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { section } from "../parts/section.ts";

/**
 * Writes what the shop sells, in what baskets, and to whom: products, prices, orders, customers and
 * countries.
 */
export function assortment({ exploration, currency }: RunResult): Markup {
  const found = resultOf(exploration);
  const { baskets, product_changes: windows } = found ?? {};
  const changes = windows ? [...windows.rising, ...windows.falling] : [];
  // A file without countries has one, and does not know it.
  const isKnown = found?.countries.some(({ country }) => country !== "Unknown");
  return section(
    "assortment",
    "What the shop sells, in what baskets and to whom",
    "A few products, a few large orders and a few customers often make most of the revenue.",
    [
      showFigure(topProductsFigure(found?.top_products ?? [], { currency })),
      showFigure(productChangesFigure(changes, { currency, windows })),
      showFigure(priceBandsFigure(found?.price_bands ?? [], { currency })),
      html`<div class="row">${[
        showFigure(
          basketDistributionFigure(baskets?.value, { title: "Orders by value", currency }),
          { small: true },
        ),
        showFigure(
          basketDistributionFigure(baskets?.items, {
            title: "Orders by number of items",
            unit: "items",
          }),
          { small: true },
        ),
      ]}</div>`,
      showFigure(paretoFigure(found?.pareto ?? [], {
        topShare: found?.top_share ?? undefined,
        giniCoefficient: found?.gini_coefficient ?? undefined,
      })),
      showFigure(revenueByCountryFigure(isKnown ? found!.countries : [], { currency })),
    ],
  );
}
