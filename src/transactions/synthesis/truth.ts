import pl, { type DataFrame } from "nodejs-polars";
import type { SyntheticLine } from "./baskets.ts";
import type { Catalogue } from "./catalogue.ts";
import type { SyntheticCustomer } from "./customers.ts";
import { SERVICE_IDS } from "./dirt.ts";
import type { CustomerOrders, SyntheticInvoice } from "./invoices.ts";
import { sum } from "../../numeric/sums.ts";

/** Lines of every kind in a synthesized file. */
export interface DirtCounts {
  /** All lines of the file. */
  readonly lines: number;
  /** Lines without customer: guest orders with their postage, and stock adjustments. */
  readonly missing_customer: number;
  /** Stock adjustments, which have neither customer nor price. */
  readonly adjustments: number;
  /** Lines of "C…" invoices; all have a customer. */
  readonly cancellations: number;
  /** What the cancelled lines are worth, in currency, negative. */
  readonly cancelled_revenue: number;
  /** Lines of customers at price zero. */
  readonly zero_price: number;
  /** Exact copies of the line before; only of lines that are kept. */
  readonly duplicates: number;
  /** Postage, manual entries and charges, with or without customer, copies included. */
  readonly service: number;
  /** Lines without description. */
  readonly missing_description: number;
  /** Goods lines whose description is not the catalogue's. */
  readonly other_description: number;
  /** What is left without the lines named first: customer known, positive, no copy. */
  readonly kept: number;
  /** What the kept lines are worth, in currency. */
  readonly kept_revenue: number;
}

/** Counts the lines of every kind from how they were made. */
export function countDirt(
  invoices: readonly SyntheticInvoice[],
  { products }: Catalogue,
): DirtCounts {
  const catalogue = new Map(products.map((product) => [product.productId, product.description]));
  const isService = ({ productId }: SyntheticLine) =>
    (SERVICE_IDS as readonly string[]).includes(productId);
  const counts = {
    lines: 0,
    missing_customer: 0,
    adjustments: 0,
    cancellations: 0,
    zero_price: 0,
    duplicates: 0,
    service: 0,
    missing_description: 0,
    other_description: 0,
    kept: 0,
  };
  // Hundredths, because integers add up exactly.
  let cancelled = 0;
  let kept = 0;
  for (const { kind, customerId, lines } of invoices) {
    lines.forEach((line, i) => {
      const { productId, description, quantity, unitPrice } = line;
      counts.lines++;
      if (isService(line)) counts.service++;
      if (description === "") counts.missing_description++;
      else if (kind !== "adjustment" && description !== (catalogue.get(productId) ?? description)) {
        counts.other_description++;
      }
      if (kind === "adjustment") counts.adjustments++;
      if (customerId === "") counts.missing_customer++;
      else if (kind === "cancellation") {
        counts.cancellations++;
        cancelled += quantity * unitPrice;
      } else if (unitPrice === 0) counts.zero_price++;
      else if (line === lines[i - 1]) counts.duplicates++;
      else {
        counts.kept++;
        kept += quantity * unitPrice;
      }
    });
  }
  return { ...counts, cancelled_revenue: cancelled / 100, kept_revenue: kept / 100 };
}

/** One row per customer with the parameters it was drawn with and what became of it. */
export function customerTruth(
  customers: readonly SyntheticCustomer[],
  orders: readonly CustomerOrders[],
): DataFrame {
  const text = (name: string, of: (customer: SyntheticCustomer) => string) =>
    pl.Series(name, customers.map(of), pl.Utf8);
  const number = (name: string, values: readonly number[]) =>
    pl.Series(name, Float64Array.from(values), pl.Float64);
  return pl.DataFrame([
    text("customer_id", ({ customerId }) => customerId),
    text("group", ({ group }) => group.name),
    text("country", ({ country }) => country),
    number("purchase_rate", customers.map(({ purchaseRate }) => purchaseRate)),
    number("dropout_probability", customers.map(({ dropoutProbability }) => dropoutProbability)),
    number("mean_order_value", customers.map(({ meanOrderValue }) => meanOrderValue)),
    pl.Series("seasonal", customers.map(({ group }) => isSeasonal(group.season)), pl.Bool),
    number("observed_days", orders.map(({ observed }) => observed)),
    number("orders", orders.map(({ history }) => history.times.length)),
    pl.Series("alive", orders.map(({ history }) => history.alive), pl.Bool),
  ]);
}

/** One row per product of the catalogue. */
export function productTruth({ products }: Catalogue): DataFrame {
  return pl.DataFrame([
    pl.Series("product_id", products.map(({ productId }) => productId), pl.Utf8),
    pl.Series("description", products.map(({ description }) => description), pl.Utf8),
    pl.Series("unit_price", Float64Array.from(products, ({ price }) => price / 100), pl.Float64),
    pl.Series("theme", Float64Array.from(products, ({ theme }) => theme), pl.Float64),
  ]);
}

/** Whether the busiest month has more than three times the mean month's business. */
function isSeasonal(season: readonly number[]): boolean {
  return Math.max(...season) > 3 * sum(season) / 12;
}
