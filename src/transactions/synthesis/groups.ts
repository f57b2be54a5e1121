/** A kind of customer that the synthesized shop has, and the distributions its members differ by. */
export interface CustomerGroup {
  readonly name: string;
  /** Share of all customers, relative to the other groups' shares. */
  readonly share: number;
  /**
   * BG/NBD heterogeneity: purchase rates are Gamma(`r`, rate `alpha`) per day of usual business,
   * dropout probabilities after each repeat purchase are Beta(`a`, `b`).
   */
  readonly bgNbd: {
    readonly r: number;
    readonly alpha: number;
    readonly a: number;
    readonly b: number;
  };
  /**
   * Gamma-Gamma heterogeneity: an order is worth Gamma(`p`, rate ν), with ν ~ Gamma(`q`, rate
   * `gamma`) per customer; the mean order is worth `p × gamma / (q − 1)`.
   */
  readonly gammaGamma: { readonly p: number; readonly q: number; readonly gamma: number };
  /** Different products in an order, on average. */
  readonly linesPerOrder: number;
  /** Probability of taking the cheaper one of two products considered, 0 … 1. */
  readonly thrift: number;
  /** Between which fractions of the whole period the first order falls. */
  readonly arrival: readonly [from: number, to: number];
  /** How busy each month is for this group, January first; only ratios matter. */
  readonly season: readonly number[];
}

/** A shop's usual year: quiet January, busy November. */
export const USUAL_YEAR: readonly number[] = [
  0.75,
  0.8,
  0.95,
  0.9,
  1,
  0.95,
  0.9,
  0.85,
  1.1,
  1.2,
  1.45,
  1.15,
];
/** A year of someone who buys for Christmas: five sixths of the purchases in two months. */
const CHRISTMAS_YEAR = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.5, 4, 3.5];

/**
 * The four groups of the demo shop, so that a segmentation has something true to find.
 *
 * The groups are distinct, not apart: some budget buyers leave after a few orders and look like
 * infrequent shoppers, some high-value customers come late and look like seasonal ones.
 */
export const DEMO_GROUPS: readonly CustomerGroup[] = [
  {
    name: "high-value",
    share: 0.12,
    bgNbd: { r: 14, alpha: 185, a: 1, b: 300 },
    gammaGamma: { p: 6, q: 12, gamma: 540 },
    linesPerOrder: 6,
    thrift: 0,
    arrival: [0, 0.45],
    season: USUAL_YEAR,
  },
  {
    name: "budget",
    share: 0.35,
    bgNbd: { r: 14, alpha: 430, a: 1, b: 350 },
    gammaGamma: { p: 6, q: 12, gamma: 50 },
    linesPerOrder: 3,
    thrift: 0.8,
    arrival: [0, 0.45],
    season: USUAL_YEAR,
  },
  {
    name: "infrequent",
    share: 0.35,
    bgNbd: { r: 2, alpha: 1200, a: 6, b: 2 },
    gammaGamma: { p: 4, q: 12, gamma: 220 },
    linesPerOrder: 4,
    thrift: 0.3,
    arrival: [0, 0.75],
    season: USUAL_YEAR,
  },
  {
    name: "seasonal",
    share: 0.18,
    bgNbd: { r: 14, alpha: 1400, a: 1, b: 100 },
    gammaGamma: { p: 6, q: 12, gamma: 900 },
    linesPerOrder: 9,
    thrift: 0.1,
    arrival: [0, 0.65],
    season: CHRISTMAS_YEAR,
  },
];
