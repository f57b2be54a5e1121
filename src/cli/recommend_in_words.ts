import { countOf } from "../words/numbers.ts";
import pl, { type DataFrame } from "nodejs-polars";
import { isProduct } from "../transactions/is_product.ts";
import { PurchaseBook } from "../recommendation/purchase_book.ts";
import { findId } from "../recommendation/search/find_id.ts";
import { findProduct } from "../recommendation/search/find_product.ts";
import { newProductCustomers } from "../recommendation/new_product_customers.ts";
import { newcomerOffers } from "../recommendation/newcomer_offers.ts";
import { normalisedName, quotedShort } from "../recommendation/search/product_texts.ts";
import { fitProductWords } from "../recommendation/search/product_words.ts";
import { recommendProducts } from "../recommendation/recommend_products.ts";
import { similarByWords } from "../recommendation/search/similar_by_words.ts";
import { similarProductsTable } from "../recommendation/similarity/similar_products_table.ts";
import type { CleanOptions } from "../transactions/cleaning/clean_transactions.ts";
import { textColumn } from "../frames/columns.ts";
import { InputError, NotEnoughDataError } from "../frames/errors.ts";
import { productNames } from "../transactions/product_names.ts";
import type { ReadOptions } from "../transactions/reading/read_transactions.ts";
import {
  customersTable,
  neighboursTable,
  offersTable,
  wordNeighboursTable,
} from "./offer_tables.ts";
import { plainLine } from "../words/sentences.ts";
import { openShop, type Shop } from "../pipeline/open_shop.ts";

/** Question to answer: one of the first four, or a country by itself or with a basket. */
export interface RecommendOptions extends ReadOptions, CleanOptions {
  /** Id of a known customer: what to offer. */
  readonly customer?: string;
  /** A product, by id or name: what goes with it. */
  readonly product?: string;
  /** The description of a product that is not sold yet: whom to offer it. */
  readonly newProduct?: string;
  /** The basket of a customer nobody knows: products by id or name, some with commas between. */
  readonly basket?: readonly string[];
  /** The country of a customer nobody knows. */
  readonly country?: string;
  /** Rows of a table at most; default 10, half of them for what a customer bought before. */
  readonly count?: number;
}

/**
 * Answers one question about what to offer: to a known customer, with a product, to a customer
 * nobody knows (by basket and country), or to whom to offer a new product.
 *
 * @param paths Files of transaction lines; without any, demo transactions are synthesized.
 * @param options The question; how the files are meant, and as of when.
 * @returns Some lines of text: what was asked, of which date and file, and tables with reasons.
 * @throws {InputError} If a file cannot be used, or nothing or something unknown is asked for; the
 * message is one sentence, with near matches.
 * @throws {NotEnoughDataError} If the files name no products.
 */
export function recommendInWords(paths: readonly string[], options: RecommendOptions): string {
  const { customer, product, newProduct, basket, country, count = 10 } = options;
  if ([customer, product, newProduct, basket, country].every((asked) => asked === undefined)) {
    throw new InputError(
      "Nothing to answer: give --customer, --product, --basket, --country or --new-product.",
    );
  }
  const shop = productShop(paths, options);
  if (customer !== undefined) return offersForCustomer(shop, customer, count);
  if (product !== undefined) return neighboursOfProduct(shop, product, count);
  if (newProduct !== undefined) return customersForNewProduct(shop, newProduct, count);
  return offersForNewcomer(shop, basket ?? [], country, count);
}

/** What a shop sold, ready for questions about its products. */
interface ProductShop extends Pick<Shop, "transactions" | "source"> {
  /** Product id to name, services included. */
  readonly names: ReadonlyMap<string, string>;
}

function productShop(paths: readonly string[], options: RecommendOptions): ProductShop {
  const { transactions, source } = openShop(paths, options);
  if (transactions.filter(isProduct()).height === 0) {
    throw new NotEnoughDataError("the file has no products to recommend.");
  }
  const names = productNames(transactions.filter(pl.col("product_id").neq(pl.lit(""))));
  return { transactions, source, names };
}

function offersForCustomer(shop: ProductShop, typed: string, count: number): string {
  const { transactions, names, source } = shop;
  const customers = textColumn(transactions.select("customer_id").unique(), "customer_id");
  const id = findId("customer", customers, typed);
  const theirs = pl.col("customer_id").eq(pl.lit(id));
  const bought = transactions.filter(theirs.and(isProduct())).getColumn("product_id").nUnique();
  // Everyone's purchases are needed for one customer's offers: all offers take little longer.
  const offers = recommendProducts(transactions, {
    perCustomer: count,
    rebuys: Math.ceil(count / 2),
  }).filter(theirs);
  const block = (kind: string, title: string, decimals: number) => {
    const rows = offers.filter(pl.col("kind").eq(pl.lit(kind)));
    return rows.height === 0 ? [] : ["", title, ...offersTable(rows, names, decimals)];
  };
  return [
    plainLine(`Customer ${id} bought ${countOf(bought, "product")} (${source}).`),
    ...block("rebuy", "To buy again, by the number of purchases:", 0),
    ...block("discover", "To discover, by similarity with what was bought:", 3),
  ].join("\n");
}

function neighboursOfProduct(shop: ProductShop, typed: string, count: number): string {
  const { transactions, names, source } = shop;
  const id = findProduct(names, typed);
  const isIt = pl.col("product_id").eq(pl.lit(id));
  const sold = transactions.filter(isProduct());
  const buyers = sold.filter(isIt).getColumn("customer_id").nUnique();
  if (buyers === 0) {
    throw new InputError(`${named(id, names)} is a service, not a product: name a product.`);
  }
  const known = PurchaseBook.of(transactions, { neighbours: count }).before();
  const neighbours = similarProductsTable(known.similar()).filter(isIt);
  return [
    plainLine(`${named(id, names)} was bought by ${countOf(buyers, "customer")} (${source}).`),
    "",
    ...(neighbours.height > 0
      ? ["Bought by the same customers:", ...neighboursTable(neighbours, names)]
      : similarNames(id, sold, count)),
  ].join("\n");
}

/** In place of neighbours, for a product that shares customers with no other. */
function similarNames(id: string, sold: DataFrame, count: number): string[] {
  const names = productNames(sold);
  const others = new Map([...names].filter(([other]) => other !== id));
  if (others.size === 0) return ["There is no other product."];
  const similar = similarByWords(fitProductWords(others), names.get(id)!, count);
  const reason = "No other product was bought by 2 of the same customers";
  return similar.length === 0
    ? [`${reason}, and none shares a word with its name.`]
    : [`${reason}. Products with a similar name:`, ...wordNeighboursTable(similar, names)];
}

function customersForNewProduct(shop: ProductShop, description: string, count: number): string {
  const { transactions, names, source } = shop;
  const products = productNames(transactions.filter(isProduct()));
  const nearest = similarByWords(fitProductWords(products), description, count);
  if (nearest.length === 0) {
    throw new InputError(
      `No product name shares a word with ${quotedShort(description)}: describe it differently.`,
    );
  }
  const customers = newProductCustomers(transactions, description, { count });
  return [
    plainLine(`New product ${quotedShort(description)} (${source}).`),
    "",
    "Products with a similar name:",
    ...wordNeighboursTable(nearest, names),
    "",
    "Whom to offer it to, by purchases of similar products:",
    ...customersTable(customers),
  ].join("\n");
}

function offersForNewcomer(
  shop: ProductShop,
  typed: readonly string[],
  typedCountry: string | undefined,
  count: number,
): string {
  const { transactions, names, source } = shop;
  const basket = [...new Set(typed.flatMap((words) => productsIn(words, names)))];
  const countries = textColumn(transactions.select("country").unique(), "country");
  const country = typedCountry === undefined
    ? undefined
    : findId("country", countries.filter((name) => name !== ""), typedCountry);
  const offers = newcomerOffers(transactions, { basket, country, count });
  const where = country === undefined ? "" : ` in ${country}`;
  const holding = basket.map((id) => named(id, names)).join(", ");
  return [
    plainLine(`Newcomer${where}${holding === "" ? "" : ` with ${holding}`} (${source}).`),
    "",
    ...(offers.height > 0 ? offersTable(offers, names) : ["There is no other product to offer."]),
  ].join("\n");
}

/** Names may have commas of their own: of several readings the longest known name is meant. */
function productsIn(typed: string, names: ReadonlyMap<string, string>): string[] {
  const known = new Set([...names].flat().map(normalisedName));
  const parts = typed.split(",");
  const products: string[] = [];
  for (let from = 0, to = 0; from < parts.length; from = to) {
    const text = () => parts.slice(from, to).join(",");
    for (to = parts.length; to > from + 1 && !known.has(normalisedName(text()));) to--;
    if (text().trim() !== "") products.push(findProduct(names, text()));
  }
  return products;
}

function named(id: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(id)!;
  return name === id ? id : `${name} (${id})`;
}
