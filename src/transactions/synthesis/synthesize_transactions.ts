import type { DataFrame } from "nodejs-polars";
import { createRandom } from "../../numeric/random/random.ts";
import { drawCatalogue } from "./catalogue.ts";
import { createCalendar } from "./calendar.ts";
import { drawCustomers } from "./customers.ts";
import {
  addFreeLines,
  addServiceLines,
  blurDescriptions,
  DEMO_DIRT,
  type DirtShares,
  drawAdjustments,
  drawGuestOrders,
  drawReturns,
  goodsLines,
  repeatLines,
} from "./dirt.ts";
import { type CustomerGroup, DEMO_GROUPS, USUAL_YEAR } from "./groups.ts";
import { drawOrders } from "./invoices.ts";
import { invoiceLines } from "./lines.ts";
import { countDirt, customerTruth, type DirtCounts, productTruth } from "./truth.ts";
import { positiveInteger } from "../../numeric/positive_integer.ts";

/** What to synthesize. */
export interface SynthesisOptions {
  /** Customers with at least one order; default 2000. */
  readonly customers?: number;
  /** Products on offer; default 400. */
  readonly products?: number;
  /** Length of the period in days; default 730. */
  readonly days?: number;
  /** First day of the period, ISO text; default `"2023-01-01"`. */
  readonly start?: string;
  /** Seed of all random numbers; default 42. */
  readonly seed?: number;
  /** Groups of customers; default `DEMO_GROUPS`. */
  readonly groups?: readonly CustomerGroup[];
  /** Flaws of the file where they differ from `DEMO_DIRT`. */
  readonly dirt?: Partial<DirtShares>;
}

/** A synthesized file together with what is true of it. */
export interface SynthesizedTransactions {
  /** The file: `InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country`, all text. */
  readonly lines: DataFrame;
  readonly truth: {
    /**
     * One row per customer: `customer_id, group, country, purchase_rate` (orders per business day,
     * λ), `dropout_probability` (p), `mean_order_value, seasonal, observed_days` (business days
     * from the first order to the end, T), `orders, alive` (at the end).
     */
    readonly customers: DataFrame;
    /** One row per product: `product_id, description, unit_price, theme`. */
    readonly products: DataFrame;
    /** The options in full. */
    readonly parameters: Required<Omit<SynthesisOptions, "dirt">> & { readonly dirt: DirtShares };
    /** Lines of every kind in the file. */
    readonly dirt: DirtCounts;
  };
}

/**
 * Synthesizes a shop's transaction lines with known truth: customers of several groups who order
 * by a BG/NBD process with Gamma-Gamma spend on a calendar of busy and quiet days, products in
 * co-purchase themes with Zipf popularity, and the flaws of real files in known amounts.
 *
 * Each customer has random numbers of its own, so that one more customer changes no other's orders.
 *
 * @param options Sizes, period, seed, groups and flaws.
 * @returns The raw lines in order of time, and the truth behind them.
 * @throws {RangeError} If an option is out of range.
 *
 * Source: Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way; Fader & Hardie (2013),
 * The Gamma-Gamma Model of Monetary Value.
 *
 * @example
 * ```ts
 * import { synthesizeTransactions } from "./synthesize_transactions.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { lines, truth } = synthesizeTransactions({ customers: 50, days: 365, seed: 1 });
 * assertEquals(truth.customers.height, 50);
 * assertEquals(lines.height, truth.dirt.lines);
 * ```
 */
export function synthesizeTransactions(options: SynthesisOptions = {}): SynthesizedTransactions {
  const parameters = {
    customers: options.customers ?? 2000,
    products: options.products ?? 400,
    days: options.days ?? 730,
    start: options.start ?? "2023-01-01",
    seed: options.seed ?? 42,
    groups: options.groups ?? DEMO_GROUPS,
    dirt: { ...DEMO_DIRT, ...options.dirt },
  };
  const { customers: count, products, days, start, seed, groups, dirt } = parameters;
  checkOptions(count, groups, dirt);

  const catalogue = drawCatalogue(createRandom(seed, "catalogue"), products);
  const customers = drawCustomers(seed, count, groups);
  const calendars = new Map(
    groups.map((group) => [group, createCalendar(start, days, group.season)]),
  );
  const orders = customers.map((customer) => {
    const random = createRandom(seed, `orders of ${customer.customerId}`);
    return drawOrders(random, customer, calendars.get(customer.group)!, catalogue);
  });

  const everyday = createCalendar(start, days, USUAL_YEAR);
  const random = createRandom(seed, "dirt");
  const clean = orders.flatMap(({ invoices }) => invoices);
  const of = (share: number) => Math.round(share * goodsLines(clean));
  const purchases = addFreeLines(
    random,
    catalogue,
    addServiceLines(random, clean),
    of(dirt.free),
  );
  const returns = drawReturns(random, purchases, everyday, of(dirt.returned));
  const customerLines = purchases.reduce((sum, { lines }) => sum + lines.length, 0);
  const guests = drawGuestOrders(random, catalogue, everyday, customerLines, dirt.missingCustomer);
  const adjustments = drawAdjustments(random, catalogue, everyday, of(dirt.adjusted));
  const everything = [...purchases, ...returns, ...guests, ...adjustments];
  const blurred = blurDescriptions(
    random,
    everything,
    of(dirt.withoutDescription),
    of(dirt.otherDescription),
  );
  const invoices = repeatLines(random, blurred, of(dirt.duplicated));

  return {
    lines: invoiceLines(invoices),
    truth: {
      customers: customerTruth(customers, orders),
      products: productTruth(catalogue),
      parameters,
      dirt: countDirt(invoices, catalogue),
    },
  };
}

function checkOptions(customers: number, groups: readonly CustomerGroup[], dirt: DirtShares): void {
  positiveInteger("Synthesizing transactions: customers", customers);
  for (const { name, share, linesPerOrder } of groups) {
    if (!(share > 0)) {
      throw new RangeError(`Synthesizing transactions: share of group "${name}" is ${share}.`);
    }
    if (!(linesPerOrder >= 1)) {
      throw new RangeError(
        `Synthesizing transactions: group "${name}" has ${linesPerOrder} lines per order, fewer than 1.`,
      );
    }
  }
  if (groups.length === 0) {
    throw new RangeError("Synthesizing transactions: at least one group is needed, got none.");
  }
  for (const [name, share] of Object.entries(dirt)) {
    if (!(share >= 0 && share < 1)) {
      throw new RangeError(
        `Synthesizing transactions: the share "${name}" must be in [0, 1), got ${share}.`,
      );
    }
  }
}
