import { formatName } from "./model_names.ts";
import { formatMoneyShort, inCurrency } from "./money.ts";
import {
  countOf,
  formatNumber,
  formatPercent,
  formatRounded,
  formatShort,
  formatTimes,
  UNKNOWN,
} from "./numbers.ts";

/** Features of one customer by name; NaN where a value is missing. */
export type FeatureValues = Readonly<Record<string, number>>;

/** Label, unit and wording of a feature, for people. */
export interface FeatureWords {
  /** Name in words. */
  readonly label: string;
  /** Unit in words, empty for plain numbers and for money of an unknown currency. */
  readonly unit: string;
  /** Whether its values are amounts of money. */
  readonly isMoney: boolean;
  /** Writes a value with its unit, short enough for a cell. */
  readonly format: (value: number) => string;
}

/** Writes what a theme says of a customer beside the typical one. */
type Reason = (own: FeatureValues, typical: FeatureValues, currency?: string) => string;

/** How the values of a feature are written. */
interface Kind {
  readonly isMoney?: true;
  /** With its unit, in a phrase. */
  readonly write: (value: number, currency?: string) => string;
  /** Beside another value of the feature, so without a noun; default as in a phrase. */
  readonly bare?: (value: number, currency?: string) => string;
  /** In a cell; default as in a phrase. */
  readonly cell?: (value: number, currency?: string) => string;
}

interface Entry {
  readonly label: string;
  /** Unit in words; of money what follows the currency. */
  readonly unit: string;
  readonly kind: Kind;
  /** Features of one theme say one thing together, see {@linkcode themeWords}. */
  readonly theme: string;
  /** A phrase about one value; a feature without one nearly repeats another. */
  readonly phrase?: (value: string) => string;
  /** What the theme says of a customer, where that is not the phrase of its first feature. */
  readonly reason?: Reason;
}

const MONEY: Kind = {
  isMoney: true,
  write: (value, currency) => inCurrency(formatRounded(value), currency),
  cell: formatMoneyShort,
};
const SHARE: Kind = {
  write: (value) => formatPercent(value, value > 0 && value < 0.095 ? 1 : 0),
  cell: (value) => formatPercent(value),
};
const counted = (noun: string): Kind => ({
  write: (value) => {
    const text = formatRounded(value);
    return `${text} ${text === "1" ? noun : `${noun}s`}`;
  },
  bare: (value) => formatRounded(value),
  cell: (value) => value >= 1000 ? `${formatShort(value)} ${noun}s` : counted(noun).write(value),
});
const DAYS: Kind = {
  ...counted("day"),
  cell: (value) => countOf(Math.round(value), "day"),
};
const plain = (digits: number): Kind => ({ write: (value) => formatNumber(value, digits) });
const SIGNED: Kind = { write: (value) => `${value > 0 ? "+" : ""}${formatNumber(value, 2)}` };

/** One record per customer feature, in the order of the table's columns. */
const FEATURES: Readonly<Record<string, Entry>> = {
  recency_days: {
    label: "recency",
    unit: "days since the last order",
    kind: DAYS,
    theme: "silence",
    phrase: (days) => `last order ${days} ago`,
    reason: silence,
  },
  frequency: {
    label: "frequency",
    unit: "orders",
    kind: counted("order"),
    theme: "habit",
    phrase: (orders) => orders,
    reason: habit,
  },
  monetary_value: {
    label: "total spend",
    unit: "",
    kind: MONEY,
    theme: "spend",
    phrase: (amount) => `spent ${amount} in total`,
    reason: spend,
  },
  net_monetary_value: { label: "spend after returns", unit: "", kind: MONEY, theme: "spend" },
  average_basket_value: {
    label: "basket value",
    unit: "per order",
    kind: MONEY,
    theme: "spend",
    phrase: (amount) => `orders worth ${amount}`,
  },
  average_basket_size: {
    label: "basket size",
    unit: "items per order",
    kind: counted("item"),
    theme: "spend",
    phrase: (items) => `${items} per order`,
  },
  distinct_products: {
    label: "distinct products",
    unit: "products",
    kind: counted("product"),
    theme: "breadth",
    phrase: (products) => `bought ${products.replace(" ", " different ")}`,
  },
  tenure_days: {
    label: "tenure",
    unit: "days since the first order",
    kind: DAYS,
    theme: "habit",
    phrase: (days) => `first order ${days} ago`,
  },
  mean_days_between_purchases: {
    label: "time between orders",
    unit: "days",
    kind: DAYS,
    theme: "silence",
    phrase: (days) => `${days} between orders`,
  },
  spread_of_days_between_purchases: {
    label: "spread of time between orders",
    unit: "standard deviation in days",
    kind: DAYS,
    theme: "silence",
  },
  purchase_regularity: {
    label: "regularity",
    unit: "1 is clockwork, ½ random",
    kind: plain(2),
    theme: "silence",
  },
  recency_to_gap: {
    label: "overdue ratio",
    unit: "above 1 is overdue",
    kind: plain(1),
    theme: "silence",
  },
  return_rate: {
    label: "return rate",
    unit: "share of spend",
    kind: SHARE,
    theme: "returns",
    phrase: (share) => `returned ${share} of spend`,
    reason: (own) => own.return_rate === 0 ? "returned nothing" : of("return_rate", own),
  },
  season_concentration: {
    label: "season concentration",
    unit: "share",
    kind: SHARE,
    theme: "season",
    phrase: (share) => `season concentration ${share}`,
    reason: (own, typical) =>
      (own.season_concentration > typical.season_concentration
        ? "buys in one season"
        : "buys all year round") + ` (${of("season_concentration", own)})`,
  },
  weekend_share: {
    label: "weekend orders",
    unit: "share of orders",
    kind: SHARE,
    theme: "weekends",
    phrase: (share) => `${share} of orders at weekends`,
    reason: (own) => own.weekend_share === 0 ? "no orders at weekends" : of("weekend_share", own),
  },
  evening_share: {
    label: "evening orders",
    unit: "share of orders",
    kind: SHARE,
    theme: "evenings",
    phrase: (share) => `${share} of orders in the evening`,
    reason: (own) =>
      own.evening_share === 0 ? "no orders in the evening" : of("evening_share", own),
  },
  purchases_last_90_days: {
    label: "recent orders",
    unit: "last 90 days",
    kind: counted("order"),
    theme: "recent spend",
  },
  spend_last_90_days: {
    label: "recent spend",
    unit: "last 90 days",
    kind: MONEY,
    theme: "recent spend",
    reason: recentSpend,
  },
  spend_previous_90_days: {
    label: "earlier spend",
    unit: "previous 90 days",
    kind: MONEY,
    theme: "recent spend",
  },
  spend_trend: {
    label: "spend trend",
    unit: "−1 to 1, last 90 days",
    kind: SIGNED,
    theme: "recent spend",
  },
  active_months: {
    label: "active months",
    unit: "months",
    kind: counted("month"),
    theme: "habit",
  },
};

/** The features that segments are compared by; the others nearly repeat one of them. */
export const TRAIT_FEATURES: readonly string[] = Object.keys(FEATURES)
  .filter((feature) => FEATURES[feature].phrase !== undefined);

/**
 * Says what a feature is called and counted in.
 *
 * @param currency Sign or code of the currency, if it is known.
 * @returns Name, unit and format in human units; an unknown feature keeps its own words, and its
 * values are written shortly.
 */
export function featureWords(feature: string, currency?: string): FeatureWords {
  const { label, unit, kind } = entryOf(feature);
  const { isMoney = false, cell = kind.write } = kind;
  const separator = unit.startsWith("per ") ? " " : ", ";
  return {
    label,
    unit: isMoney ? [currency, unit].filter(Boolean).join(separator) : unit,
    isMoney,
    format: (value) => cell(value, currency),
  };
}

/**
 * Says how a segment differs from everyone in one feature.
 *
 * @param options `effect`: effect size against the others, since medians may be equal where the
 * customers are not; `currency`: sign or code of the currency, if it is known.
 * @returns A phrase such as `last order 21 days ago against 51`.
 */
export function traitWords(
  feature: string,
  own: number,
  everyone: number,
  { effect = 0, currency }: { readonly effect?: number; readonly currency?: string } = {},
): string {
  const words = feature === "monetary_value" && own > 0 && everyone > 0
    ? `spends ${formatTimes(own / everyone)} the typical customer`
    : `${phraseOf(feature, own, currency)} against ${bareOf(feature, everyone, currency)}`;
  if (own !== everyone || effect === 0) return words;
  return `${words}, though mostly ${effect < 0 ? "lower" : "higher"}`;
}

/**
 * Finds the theme of a feature: features that repeat one another, such as recency and the overdue
 * ratio, share one, so that no reason is given twice.
 *
 * @returns Name of its theme; a feature that no theme knows is one of its own.
 */
export function themeOf(feature: string): string {
  return Object.hasOwn(FEATURES, feature) ? FEATURES[feature].theme : feature;
}

/**
 * Says of one customer what the features of one theme say together.
 *
 * @param currency Sign or code of the currency, if it is known.
 * @returns A phrase; where a value that it needs is missing, each feature by itself.
 */
export function themeWords(
  features: readonly string[],
  own: FeatureValues,
  typical: FeatureValues,
  currency?: string,
): string {
  const theme = themeOf(features[0]);
  const lead = Object.keys(FEATURES).find((feature) =>
    FEATURES[feature].theme === theme && (FEATURES[feature].reason ?? FEATURES[feature].phrase)
  );
  const words = lead === undefined ? UNKNOWN : FEATURES[lead].reason?.(own, typical, currency) ??
    of(lead, own, currency) + beside(lead, own, typical, currency);
  if (!words.includes(UNKNOWN)) return words;
  return features.map((feature) => {
    const { label } = entryOf(feature);
    if (!known(own[feature])) return `${label} unknown`;
    const typically = known(typical[feature])
      ? `, typically ${bareOf(feature, typical[feature], currency)}`
      : "";
    return `${label} ${writeOf(feature, own[feature], currency)}${typically}`;
  }).join(", ");
}

function silence(own: FeatureValues, typical: FeatureValues): string {
  const { recency_days, mean_days_between_purchases: gap, frequency, tenure_days } = own;
  if (!known(recency_days)) return UNKNOWN;
  const lately = of("recency_days", own);
  const silent = `no order for ${writeOf("recency_days", recency_days)}`;
  // With one day of purchases there is no gap between them to compare with.
  if (frequency === 1 || !known(gap) || tenure_days === recency_days) {
    return recency_days < typical.recency_days ? lately : silent;
  }
  const every = gap < 1.5
    ? "nearly every day"
    : `every ${writeOf("mean_days_between_purchases", gap)}`;
  return recency_days > OVERDUE * Math.max(1, gap)
    ? `${silent}; used to order ${every}`
    : `${lately}; orders ${every}`;
}

function habit(own: FeatureValues, typical: FeatureValues): string {
  if (own.frequency === 1) return "only one order so far";
  const since = known(own.tenure_days) ? ` in ${writeOf("tenure_days", own.tenure_days)}` : "";
  return `${of("frequency", own)}${since}${beside("frequency", own, typical)}`;
}

function recentSpend(own: FeatureValues, typical: FeatureValues, currency?: string): string {
  const { spend_last_90_days: now, spend_previous_90_days: before } = own;
  if (!known(now)) return UNKNOWN;
  const earlier = `${MONEY.write(before, currency)} in the 90 before`;
  if (now === 0) {
    if (!known(before)) return "nothing spent in the last 90 days";
    return before === 0
      ? "nothing spent in the last 180 days"
      : `nothing spent in the last 90 days, ${earlier}`;
  }
  const spent = `spent ${MONEY.write(now, currency)} in the last 90 days`;
  return known(before) && before > 2 * now
    ? `${spent}, ${earlier}`
    : spent + beside("spend_last_90_days", own, typical, currency);
}

/** The order says more than the total where it is the order that is unusual. */
function spend(own: FeatureValues, typical: FeatureValues, currency?: string): string {
  const unusual = (name: string) => Math.abs(Math.log(own[name] / typical[name]));
  const said = known(own.monetary_value) &&
      !(unusual("average_basket_value") > unusual("monetary_value"))
    ? "monetary_value"
    : "average_basket_value";
  return of(said, own, currency) + beside(said, own, typical, currency);
}

/** A customer is overdue after this many of the usual gaps. */
const OVERDUE = 1.5;

function of(feature: string, own: FeatureValues, currency?: string): string {
  return phraseOf(feature, own[feature], currency);
}

/** Beside the typical customer, where that is at most half or at least twice as much. */
function beside(
  feature: string,
  own: FeatureValues,
  typical: FeatureValues,
  currency?: string,
): string {
  const ratio = own[feature] / typical[feature];
  if (ratio >= 2 && known(ratio)) return `, ${formatTimes(ratio)} the typical customer`;
  return ratio <= 0.5 ? `, typically ${bareOf(feature, typical[feature], currency)}` : "";
}

function entryOf(feature: string): Entry {
  if (Object.hasOwn(FEATURES, feature)) return FEATURES[feature];
  const kind: Kind = { write: (value) => formatRounded(value), cell: formatShort };
  return { label: formatName(feature), unit: "", kind, theme: feature };
}

function phraseOf(feature: string, value: number, currency?: string): string {
  const { label, phrase } = entryOf(feature);
  const text = writeOf(feature, value, currency);
  return phrase ? phrase(text) : `${label} ${text}`;
}

function writeOf(feature: string, value: number, currency?: string): string {
  return entryOf(feature).kind.write(value, currency);
}

function bareOf(feature: string, value: number, currency?: string): string {
  const { write, bare = write } = entryOf(feature).kind;
  return bare(value, currency);
}

function known(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}
