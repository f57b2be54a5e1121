import { basketChart } from "../../figures/assortment/basket_chart.ts";
import { paretoChart } from "../../figures/sales/pareto_chart.ts";
import { priceBandsChart } from "../../figures/assortment/price_bands_chart.ts";
import { productChangesChart } from "../../figures/assortment/product_changes_chart.ts";
import { revenueByCountryChart } from "../../figures/sales/revenue_by_country_chart.ts";
import { topProductsChart } from "../../figures/assortment/top_products_chart.ts";
import { html, type Markup } from "../html.ts";
import { picture } from "../picture.ts";
import { readBaskets } from "../read_baskets.ts";
import { readCountries } from "../read_countries.ts";
import { readPareto } from "../read_pareto.ts";
import { readPriceBands } from "../read_price_bands.ts";
import { readProductChanges } from "../read_product_changes.ts";
import { readTopProducts } from "../read_top_products.ts";
import type { ReportBaskets, ReportInput } from "../report_input.ts";
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
 * assertEquals(markup.split("not enough data for this picture").length - 1, 7);
 * ```
 */
export function assortment(input: ReportInput): Markup {
  const { currency, topProducts, productChanges, priceBands, baskets } = input;
  // A file without countries has one, and does not know it.
  const countries = input.countries.some(({ country }) => country !== "Unknown")
    ? input.countries
    : [];
  const topShare = input.topShare ?? undefined;
  const concentration = { topShare, giniCoefficient: input.giniCoefficient };
  return section(
    "assortment",
    "What it sells, in what baskets, and to whom",
    "A few products, a few large orders and a few customers often make most of the revenue.",
    [
      picture(
        "Products with the most revenue",
        (options) => topProductsChart(topProducts, options),
        readTopProducts(topProducts, currency),
        { currency },
      ),
      picture(
        "Products that rise and fall most",
        (options) => productChangesChart(productChanges, options),
        readProductChanges(productChanges, input.comparedWindows, currency),
        { currency },
      ),
      picture(
        "Pieces and revenue by unit price",
        (options) => priceBandsChart(priceBands, options),
        readPriceBands(priceBands),
        { currency },
      ),
      html`<div class="row">${[
        basketPicture("Orders by value", baskets?.value, { currency }),
        basketPicture("Orders by pieces", baskets?.pieces, { unit: "pieces" }),
      ]}</div>`,
      picture(
        "How concentrated revenue is",
        (options) => paretoChart(input.pareto, { ...options, topShare }),
        readPareto(input.pareto, concentration),
        { currency },
      ),
      picture(
        "Revenue by country",
        (options) => revenueByCountryChart(countries, options),
        readCountries(countries),
        { currency },
      ),
    ],
  );
}

function basketPicture(
  title: string,
  spread: ReportBaskets | undefined,
  { currency, unit }: { currency?: string; unit?: string },
): Markup {
  const marks = spread && { median: spread.median, mean: spread.mean };
  return picture(
    title,
    (options) => basketChart(spread?.bins ?? [], { ...options, unit, marks }),
    readBaskets(spread, unit),
    { currency, small: true },
  );
}
