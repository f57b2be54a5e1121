import type { Random } from "../../numeric/random/random.ts";
import { type Catalogue, drawPosition } from "./catalogue.ts";

/** One line of a synthesized invoice; a copy of it in the file is an exact duplicate. */
export interface SyntheticLine {
  readonly productId: string;
  readonly description: string;
  readonly quantity: number;
  /** Hundredths of the currency. */
  readonly unitPrice: number;
}

/** Parameters of one order's basket. */
export interface BasketWishes {
  /** What the order should be worth, in currency. */
  readonly value: number;
  /** Different products wished for, at least 1. */
  readonly lines: number;
  /** Probability of taking the cheaper one of two products considered, 0 … 1. */
  readonly thrift: number;
  /** Positions of the themes that the customer likes. */
  readonly favouriteThemes: readonly number[];
  /** Positions of the products bought before, with repetitions. */
  readonly bought: readonly number[];
}

/** Probabilities of how a product comes to mind. */
const REBUY = 0.3;
const STAY_IN_THEME = 0.6;
const LIKE_FAVOURITES = 0.7;

/**
 * Fills a basket: products bought before, products of one theme after another, and popular ones,
 * in quantities that bring the order close to the value wished for.
 *
 * @param random Source of random numbers; advanced.
 * @param wishes Value, size and taste of the order.
 * @returns The positions of different products and the invoice's lines, in the same order.
 */
export function fillBasket(
  random: Random,
  catalogue: Catalogue,
  wishes: BasketWishes,
): { products: number[]; lines: SyntheticLine[] } {
  const size = Math.min(wishes.lines, catalogue.products.length);
  const products: number[] = [];
  // Popular products come up again and again: stop looking after a while, the basket is smaller then.
  for (let look = 0; products.length < size && look < 6 * size; look++) {
    const product = considerProduct(random, catalogue, wishes, products.at(-1));
    if (!products.includes(product)) products.push(product);
  }
  let owed = 0;
  const lines = products.map((position) => {
    const { productId, description, price } = catalogue.products[position];
    owed += 100 * wishes.value / products.length;
    const quantity = Math.max(1, packed(owed / price));
    owed -= quantity * price;
    return { productId, description, quantity, unitPrice: price };
  });
  return { products, lines };
}

/** One product that comes to mind, or the cheaper one of two. */
function considerProduct(
  random: Random,
  catalogue: Catalogue,
  wishes: BasketWishes,
  previous: number | undefined,
): number {
  const first = thinkOfProduct(random, catalogue, wishes, previous);
  if (random.next() >= wishes.thrift) return first;
  const second = thinkOfProduct(random, catalogue, wishes, previous);
  return catalogue.products[second].price < catalogue.products[first].price ? second : first;
}

function thinkOfProduct(
  random: Random,
  { products, popularity, themes }: Catalogue,
  { favouriteThemes, bought }: BasketWishes,
  previous: number | undefined,
): number {
  if (bought.length > 0 && random.next() < REBUY) return bought[random.integer(bought.length)];
  if (previous !== undefined && random.next() < STAY_IN_THEME) {
    return fromTheme(random, themes[products[previous].theme]);
  }
  if (favouriteThemes.length > 0 && random.next() < LIKE_FAVOURITES) {
    return fromTheme(random, themes[favouriteThemes[random.integer(favouriteThemes.length)]]);
  }
  return drawPosition(random, popularity);
}

/** A product of a theme; the square favours the first, which are the most popular ones. */
function fromTheme(random: Random, theme: readonly number[]): number {
  return theme[Math.floor(theme.length * random.next() ** 2)];
}

/** Few pieces are counted singly, many come in packs of 6 or 12. */
function packed(pieces: number): number {
  if (pieces < 9) return Math.round(pieces);
  const pack = pieces < 30 ? 6 : 12;
  return Math.round(pieces / pack) * pack;
}
