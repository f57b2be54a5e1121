import type { Random } from "../../numeric/random/random.ts";
import { fillBasket, type SyntheticLine } from "./baskets.ts";
import { type BusinessCalendar, wallClockAt } from "./calendar.ts";
import { type Catalogue, drawPosition } from "./catalogue.ts";
import type { SyntheticCustomer } from "./customers.ts";
import { drawPurchaseHistory, type PurchaseHistory } from "./purchases.ts";

/** One synthesized invoice, not numbered yet. */
export interface SyntheticInvoice {
  /** Milliseconds since 1970, a whole minute. */
  readonly time: number;
  /** Empty where the shop does not know. */
  readonly customerId: string;
  readonly country: string;
  readonly kind: "purchase" | "cancellation" | "adjustment";
  readonly lines: readonly SyntheticLine[];
}

/** Orders of one customer in the whole period. */
export interface CustomerOrders {
  readonly history: PurchaseHistory;
  /** Business days from the first order to the end of the period (T of the BG/NBD model). */
  readonly observed: number;
  readonly invoices: readonly SyntheticInvoice[];
}

const FAVOURITE_THEMES = 3;

/**
 * Draws all orders of a customer: when (BG/NBD on the business calendar), worth how much
 * (Gamma-Gamma) and of what.
 *
 * @param random Source of random numbers; advanced.
 * @returns At least one order, in order of time.
 */
export function drawOrders(
  random: Random,
  customer: SyntheticCustomer,
  calendar: BusinessCalendar,
  catalogue: Catalogue,
): CustomerOrders {
  const total = calendar.passed[calendar.passed.length - 1];
  const first = customer.arrival * total;
  const observed = total - first;
  const { purchaseRate, dropoutProbability, meanOrderValue, group } = customer;
  const history = drawPurchaseHistory(random, purchaseRate, dropoutProbability, observed);
  const favouriteThemes = Array.from(
    { length: FAVOURITE_THEMES },
    () => drawPosition(random, catalogue.themePopularity),
  );
  const bought: number[] = [];
  const invoices = history.times.map((time): SyntheticInvoice => {
    const { products, lines } = fillBasket(random, catalogue, {
      value: meanOrderValue * random.gamma(group.gammaGamma.p) / group.gammaGamma.p,
      lines: 1 + random.poisson(group.linesPerOrder - 1),
      thrift: group.thrift,
      favouriteThemes,
      bought,
    });
    bought.push(...products);
    return {
      time: wallClockAt(calendar, first + time),
      customerId: customer.customerId,
      country: customer.country,
      kind: "purchase",
      lines,
    };
  });
  return { history, observed, invoices };
}
