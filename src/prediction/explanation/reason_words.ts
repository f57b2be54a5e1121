/** Features of one customer by name; NaN where a value is missing. */
export type FeatureValues = Readonly<Record<string, number>>;

/** Features that say one thing together, and how it is said of a customer. */
export interface ReasonTheme {
  readonly name: string;
  readonly features: readonly string[];
  /** A phrase about a customer beside the typical one. */
  readonly words: (own: FeatureValues, typical: FeatureValues) => string;
}

/**
 * The themes of {@linkcode explainCustomers}, as data: features that repeat one another, such as
 * recency and recency to gap, stand together, so that no reason is told twice.
 */
export const REASON_THEMES: readonly ReasonTheme[] = [
  {
    name: "silence",
    features: [
      "recency_days",
      "mean_days_between_purchases",
      "recency_to_gap",
      "spread_of_days_between_purchases",
      "purchase_regularity",
    ],
    words: silence,
  },
  {
    name: "habit",
    features: ["frequency", "active_months", "tenure_days"],
    words: (own, typical) => {
      if (own.frequency === 1) return "only one order so far";
      const since = known(own.tenure_days) ? ` in ${counted(own.tenure_days, "day")}` : "";
      return `${counted(own.frequency, "order")}${since}${beside(own, typical, "frequency")}`;
    },
  },
  {
    name: "recent spend",
    features: [
      "spend_last_90_days",
      "purchases_last_90_days",
      "spend_previous_90_days",
      "spend_trend",
    ],
    words: recentSpend,
  },
  {
    name: "spend",
    features: [
      "monetary_value",
      "net_monetary_value",
      "average_basket_value",
      "average_basket_size",
    ],
    words: spend,
  },
  {
    name: "breadth",
    features: ["distinct_products"],
    words: (own, typical) =>
      `bought ${counted(own.distinct_products, "different product")}` +
      beside(own, typical, "distinct_products"),
  },
  {
    name: "returns",
    features: ["return_rate"],
    words: ({ return_rate }) =>
      return_rate === 0
        ? "returned nothing"
        : `returned ${percent(return_rate)} of the value bought`,
  },
  {
    name: "season",
    features: ["season_concentration"],
    words: (own, typical) =>
      own.season_concentration > typical.season_concentration
        ? `buys in a season (concentration ${percent(own.season_concentration)})`
        : `buys all through the year (concentration ${percent(own.season_concentration)})`,
  },
  {
    name: "weekends",
    features: ["weekend_share"],
    words: ({ weekend_share }) => `${shareOf(weekend_share)} at weekends`,
  },
  {
    name: "evenings",
    features: ["evening_share"],
    words: ({ evening_share }) => `${shareOf(evening_share)} in the evening`,
  },
];

/**
 * Finds the theme of each feature; a feature that no theme knows becomes one of its own.
 *
 * @param features Names of the features that a model uses.
 * @param themes See {@linkcode REASON_THEMES}.
 * @returns The themes with at least one of these features, reduced to these.
 *
 * @example
 * ```ts
 * import { themesOf } from "./reason_words.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [silence, shoes] = themesOf(["recency_days", "shoe_size"]);
 * assertEquals(silence.features, ["recency_days"]);
 * assertEquals(shoes.words({ shoe_size: 44 }, { shoe_size: 40 }), "shoe size 44, typically 40");
 * ```
 */
export function themesOf(
  features: readonly string[],
  themes: readonly ReasonTheme[] = REASON_THEMES,
): ReasonTheme[] {
  const named = themes
    .map((theme) => ({
      ...theme,
      features: theme.features.filter((name) => features.includes(name)),
    }))
    .filter((theme) => theme.features.length > 0);
  const covered = new Set(themes.flatMap((theme) => theme.features));
  return [...named, ...features.filter((name) => !covered.has(name)).map(ownTheme)];
}

/**
 * Says one theme of one customer; where a value that the phrase needs is missing, plainly that.
 *
 * @param theme See {@linkcode REASON_THEMES}.
 * @param own Features of the customer.
 * @param typical Features of the typical customer.
 * @returns A phrase such as `no order for 140 days; used to order every 31`.
 *
 * @example
 * ```ts
 * import { REASON_THEMES, reasonWords } from "./reason_words.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const own = { recency_days: 140, mean_days_between_purchases: 31, frequency: 6, tenure_days: 295 };
 * assertEquals(
 *   reasonWords(REASON_THEMES[0], own, { recency_days: 51 }),
 *   "no order for 140 days; used to order every 31",
 * );
 * ```
 */
export function reasonWords(
  theme: ReasonTheme,
  own: FeatureValues,
  typical: FeatureValues,
): string {
  const words = theme.words(own, typical);
  if (!words.includes(UNKNOWN)) return words;
  return theme.features
    .map((name) => known(own[name]) ? plain(name, own, typical) : `${inWords(name)} not known`)
    .join(", ");
}

function silence(own: FeatureValues, typical: FeatureValues): string {
  const { recency_days, mean_days_between_purchases: gap, frequency, tenure_days } = own;
  const days = counted(recency_days, "day");
  if (!known(recency_days)) return UNKNOWN;
  // With one day of purchases there is no gap between them to compare with.
  if (frequency === 1 || !known(gap) || tenure_days === recency_days) {
    return recency_days < typical.recency_days ? `last order ${days} ago` : `no order for ${days}`;
  }
  const every = gap < 1.5 ? "nearly every day" : `every ${amount(gap)}`;
  const overdue = recency_days > OVERDUE * Math.max(1, gap);
  return overdue
    ? `no order for ${days}; used to order ${every}`
    : `last order ${days} ago; orders ${gap < 1.5 ? every : `${every} days`}`;
}

function recentSpend(own: FeatureValues, typical: FeatureValues): string {
  const { spend_last_90_days: now, spend_previous_90_days: before } = own;
  if (!known(now)) return UNKNOWN;
  if (now === 0) {
    if (!known(before)) return "nothing spent in the last 90 days";
    return before === 0
      ? "nothing spent in the last 180 days"
      : `nothing spent in the last 90 days, ${amount(before)} in the 90 before`;
  }
  const spent = `spent ${amount(now)} in the last 90 days`;
  return known(before) && before > 2 * now
    ? `${spent}, ${amount(before)} in the 90 before`
    : spent + beside(own, typical, "spend_last_90_days");
}

/** The order says more than the total where it is the order that is unusual. */
function spend(own: FeatureValues, typical: FeatureValues): string {
  const { monetary_value: total, average_basket_value: order } = own;
  const unusual = (name: string) => Math.abs(Math.log(own[name] / typical[name]));
  return known(total) && !(unusual("average_basket_value") > unusual("monetary_value"))
    ? `spent ${amount(total)} in all${beside(own, typical, "monetary_value")}`
    : `orders worth ${amount(order)}${beside(own, typical, "average_basket_value")}`;
}

/** From so many usual gaps on a customer is overdue. */
const OVERDUE = 1.5;

/** What {@linkcode amount} writes for a missing value. */
const UNKNOWN = "?";

/** Beside the typical customer, where that is at most half or at least twice as much. */
function beside(own: FeatureValues, typical: FeatureValues, name: string): string {
  const ratio = own[name] / typical[name];
  if (ratio >= 2 && known(ratio)) return `, ${TWO_DIGITS.format(ratio)} × the typical customer`;
  return ratio <= 0.5 ? `, typically ${amount(typical[name])}` : "";
}

function ownTheme(name: string): ReasonTheme {
  return { name, features: [name], words: (own, typical) => plain(name, own, typical) };
}

function plain(name: string, own: FeatureValues, typical: FeatureValues): string {
  const other = known(typical[name]) ? `, typically ${amount(typical[name])}` : "";
  return `${inWords(name)} ${amount(own[name])}${other}`;
}

function inWords(name: string): string {
  return name.replaceAll("_", " ");
}

function known(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}

const TWO_DIGITS = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 });
const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const ONE_DECIMAL = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

function amount(value: number): string {
  if (!known(value)) return UNKNOWN;
  return (Math.abs(value) < 10 ? ONE_DECIMAL : WHOLE).format(value);
}

function counted(value: number, noun: string): string {
  const text = amount(value);
  return `${text} ${text === "1" ? noun : `${noun}s`}`;
}

function shareOf(share: number): string {
  return share === 0 ? "no order" : `${percent(share)} of the orders`;
}

function percent(share: number): string {
  return known(share) ? `${WHOLE.format(100 * share)} %` : UNKNOWN;
}
