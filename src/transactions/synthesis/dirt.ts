import { DAY } from "../../frames/days.ts";
import type { Random } from "../../numeric/random/random.ts";
import { fillBasket, type SyntheticLine } from "./baskets.ts";
import { type BusinessCalendar, businessTimeAt, wallClockAt } from "./calendar.ts";
import type { Catalogue } from "./catalogue.ts";
import { DEMO_COUNTRIES, drawCountry } from "./customers.ts";
import type { SyntheticInvoice } from "./invoices.ts";

/** Rates of flaws in the file: shares of the customers' purchase lines unless stated otherwise. */
export interface DirtShares {
  /** Lines of orders whose customer is unknown, as a share of all purchase lines, below 1. */
  readonly missingCustomer: number;
  /** Stock taken off without customer or price ("damaged"). */
  readonly adjusted: number;
  /** Lines returned later on a "C…" invoice with negative quantity. */
  readonly returned: number;
  /** Gifts at price zero. */
  readonly free: number;
  /** Lines repeated exactly. */
  readonly duplicated: number;
  /** Goods lines without description. */
  readonly withoutDescription: number;
  /** Goods lines whose description differs from the catalogue's. */
  readonly otherDescription: number;
}

/** The flaws of the demo file, of about the size they have in published files. */
export const DEMO_DIRT: DirtShares = {
  missingCustomer: 0.13,
  adjusted: 0.002,
  returned: 0.02,
  free: 0.0015,
  duplicated: 0.01,
  withoutDescription: 0.003,
  otherDescription: 0.01,
};

/** Ids of lines that are no goods: postage, web postage, manual entries, bank charges. */
export const SERVICE_IDS = ["POST", "DOT", "M", "BANK CHARGES"] as const;

const MINUTE = 60_000;
/** Returns arrive within so many business days. */
const RETURN_DAYS = 14;

/** Adds postage to most orders from abroad, and now and then a manual entry or a bank charge. */
export function addServiceLines(
  random: Random,
  invoices: readonly SyntheticInvoice[],
): SyntheticInvoice[] {
  const home = DEMO_COUNTRIES[0][0];
  return invoices.map((invoice) => {
    const lines = [...invoice.lines];
    if (invoice.country !== home && random.next() < 0.6) {
      lines.push(service("POST", "POSTAGE", 1 + random.integer(3), 1800));
    }
    if (random.next() < 0.002) lines.push(service("M", "Manual", 1, 50 + random.integer(9950)));
    if (random.next() < 0.0005) lines.push(service("BANK CHARGES", "Bank Charges", 1, 1500));
    return { ...invoice, lines };
  });
}

/** Draws orders of unknown customers until they make up the given share of all purchase lines. */
export function drawGuestOrders(
  random: Random,
  catalogue: Catalogue,
  calendar: BusinessCalendar,
  customerLines: number,
  share: number,
): SyntheticInvoice[] {
  const total = calendar.passed[calendar.passed.length - 1];
  const invoices: SyntheticInvoice[] = [];
  let missing = Math.round(customerLines * share / (1 - share));
  while (missing > 0) {
    const online = random.next() < 0.25;
    const { lines } = fillBasket(random, catalogue, {
      value: 40 * random.gamma(2),
      lines: Math.min(1 + random.poisson(7), online && missing > 1 ? missing - 1 : missing),
      thrift: 0.2,
      favouriteThemes: [],
      bought: [],
    });
    const postage = online && lines.length < missing
      ? [service("DOT", "DOTCOM POSTAGE", 1, 500 + random.integer(2000))]
      : [];
    invoices.push({
      time: wallClockAt(calendar, total * random.next()),
      customerId: "",
      country: drawCountry(random),
      kind: "purchase",
      lines: [...lines, ...postage],
    });
    missing -= lines.length + postage.length;
  }
  return invoices;
}

/** Draws stock adjustments: one line each, no customer, no price, mostly a negative quantity. */
export function drawAdjustments(
  random: Random,
  catalogue: Catalogue,
  calendar: BusinessCalendar,
  count: number,
): SyntheticInvoice[] {
  const total = calendar.passed[calendar.passed.length - 1];
  const remarks = ["", "damaged", "check", "?", "lost in the warehouse"];
  return Array.from({ length: count }, (): SyntheticInvoice => {
    const { productId } = catalogue.products[random.integer(catalogue.products.length)];
    const pieces = 1 + random.integer(60);
    return {
      time: wallClockAt(calendar, total * random.next()),
      customerId: "",
      country: DEMO_COUNTRIES[0][0],
      kind: "adjustment",
      lines: [{
        productId,
        description: remarks[random.integer(remarks.length)],
        quantity: random.next() < 0.8 ? -pieces : pieces,
        unitPrice: 0,
      }],
    };
  });
}

/** Adds gifts at price zero to exactly so many invoices (all of them, if there are fewer). */
export function addFreeLines(
  random: Random,
  catalogue: Catalogue,
  invoices: readonly SyntheticInvoice[],
  count: number,
): SyntheticInvoice[] {
  const isChosen = chooser(random, count, invoices.length);
  return invoices.map((invoice) => {
    if (!isChosen()) return invoice;
    const { productId, description } =
      catalogue.products[random.integer(catalogue.products.length)];
    const gift = { productId, description, quantity: 1 + random.integer(6), unitPrice: 0 };
    return { ...invoice, lines: [...invoice.lines, gift] };
  });
}

/**
 * Draws the returns of exactly so many goods lines (or as many as can still be returned within the
 * period): the same product at the same price, all or some of the pieces, some days later.
 */
export function drawReturns(
  random: Random,
  invoices: readonly SyntheticInvoice[],
  calendar: BusinessCalendar,
  count: number,
): SyntheticInvoice[] {
  const latest = calendar.passed[calendar.passed.length - 1] - RETURN_DAYS;
  const boughtAt = ({ time }: SyntheticInvoice) =>
    businessTimeAt(calendar, (time - calendar.start) / DAY + 1);
  const returnable = invoices.filter((invoice) => boughtAt(invoice) < latest);
  const isChosen = chooser(random, count, goodsLines(returnable));
  return returnable.flatMap((invoice): SyntheticInvoice[] => {
    const lines = invoice.lines.filter((line) => isGoods(line) && isChosen()).map((line) => {
      const pieces = random.next() < 0.7 ? line.quantity : 1 + random.integer(line.quantity);
      return { ...line, quantity: -pieces };
    });
    if (lines.length === 0) return [];
    const time = wallClockAt(calendar, boughtAt(invoice) + RETURN_DAYS * random.next());
    return [{ ...invoice, kind: "cancellation", time: time + MINUTE, lines }];
  });
}

/** Repeats exactly so many priced lines of known customers right behind themselves. */
export function repeatLines(
  random: Random,
  invoices: readonly SyntheticInvoice[],
  count: number,
): SyntheticInvoice[] {
  const isRepeatable = (invoice: SyntheticInvoice, line: SyntheticLine) =>
    invoice.kind === "purchase" && invoice.customerId !== "" && line.unitPrice > 0;
  const eligible = invoices.reduce(
    (sum, invoice) => sum + invoice.lines.filter((line) => isRepeatable(invoice, line)).length,
    0,
  );
  const isChosen = chooser(random, count, eligible);
  return invoices.map((invoice) => ({
    ...invoice,
    lines: invoice.lines.flatMap((line) =>
      isRepeatable(invoice, line) && isChosen() ? [line, line] : [line]
    ),
  }));
}

/** Drops the description of exactly so many goods lines and rewords that of so many others. */
export function blurDescriptions(
  random: Random,
  invoices: readonly SyntheticInvoice[],
  dropped: number,
  reworded: number,
): SyntheticInvoice[] {
  const isChosen = chooser(random, dropped + reworded, goodsLines(invoices));
  const isDropped = chooser(random, dropped, Math.min(dropped + reworded, goodsLines(invoices)));
  return invoices.map((invoice) => ({
    ...invoice,
    lines: invoice.lines.map((line) => {
      if (!isGoods(line) || !isChosen()) return line;
      return { ...line, description: isDropped() ? "" : reword(random, line.description) };
    }),
  }));
}

/** Number of lines with goods that have a price. */
export function goodsLines(invoices: readonly SyntheticInvoice[]): number {
  return invoices.reduce((sum, { lines }) => sum + lines.filter(isGoods).length, 0);
}

function isGoods({ productId, unitPrice }: SyntheticLine): boolean {
  return unitPrice > 0 && !(SERVICE_IDS as readonly string[]).includes(productId);
}

function service(
  productId: typeof SERVICE_IDS[number],
  description: string,
  quantity: number,
  unitPrice: number,
): SyntheticLine {
  return { productId, description, quantity, unitPrice };
}

/** The same words as somebody else would have typed them. */
function reword(random: Random, description: string): string {
  const words = description.split(" ");
  switch (random.integer(3)) {
    case 0:
      return description.charAt(0) + description.slice(1).toLowerCase();
    case 1:
      return [...words.slice(1), words[0]].join(" ");
    default:
      return `${description} *NEW*`;
  }
}

/**
 * A function that says yes exactly `count` times when asked `total` times, each choice equally
 * probable (selection sampling: Knuth, The Art of Computer Programming, 3.4.2, algorithm S).
 */
function chooser(random: Random, count: number, total: number): () => boolean {
  let wanted = Math.min(count, total);
  let left = total;
  return () => {
    const isChosen = random.next() * left-- < wanted;
    if (isChosen) wanted--;
    return isChosen;
  };
}
