import type { Audit } from "./audit.ts";
import { exactSum } from "../../frames/exact_sum.ts";
import { amountOfSum } from "../../frames/money.ts";

/** Which lines make up what a shop kept of its sales. */
export interface NetLines {
  /** Rows of everything sold, and of every return. */
  readonly sold: Int32Array;
  readonly returned: Int32Array;
  /** Those of known customers among them. */
  readonly soldToCustomers: Int32Array;
  readonly returnedByCustomers: Int32Array;
}

/**
 * What a shop kept: everything sold less everything that came back, each line at its own worth.
 *
 * @param lines See {@linkcode NetLines}.
 * @param worth What each row is worth, in whole millionths; returns below 0.
 * @param refunded Millionths that were refunded of each row without a return line.
 * @returns The net of the shop, which is the sum of the other two.
 */
export function netOfShop(lines: NetLines, worth: Float64Array, refunded?: Float64Array) {
  const { sold, returned, soldToCustomers, returnedByCustomers } = lines;
  const net = (purchases: Int32Array, returns: Int32Array) =>
    exactSum(worth, purchases) + exactSum(worth, returns) -
    (refunded ? exactSum(refunded, purchases) : 0n);
  const shop = net(sold, returned), customers = net(soldToCustomers, returnedByCustomers);
  return {
    shop: amountOfSum(shop),
    customers: amountOfSum(customers),
    without_customer: amountOfSum(shop - customers),
  } satisfies Audit["net"];
}
