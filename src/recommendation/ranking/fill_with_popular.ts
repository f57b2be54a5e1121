import { mostPopular, type ProductPopularity } from "../matrix/product_popularity.ts";

/**
 * Makes a list as long as wanted: what is too much is cut off, what is missing are the most popular
 * products that are neither on the list nor to be left out.
 *
 * @param count How many are wanted; fewer come back only where there are no more products.
 */
export function fillWithPopular(
  products: readonly number[],
  count: number,
  popularity: ProductPopularity,
  except: ReadonlySet<number> = new Set(),
): number[] {
  const missing = count - products.length;
  if (missing <= 0) return products.slice(0, count);
  return [...products, ...mostPopular(popularity, missing, except.union(new Set(products)))];
}
