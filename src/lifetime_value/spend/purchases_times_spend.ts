import type { DataFrame } from "nodejs-polars";
import { choosePurchaseModel } from "../models/choose_purchase_model.ts";
import { PURCHASE_MODELS } from "../models/purchase_model.ts";
import { customerBase } from "../models/customer_base.ts";
import { expectedPurchases } from "../models/expected_purchases.ts";
import { expectedSpend, fitGammaGamma } from "../models/gamma_gamma.ts";
import { NotEnoughDataError } from "../../frames/errors.ts";
import { repeatPurchaseSummary } from "../repeat_purchase_summary.ts";

/**
 * What each customer will spend in a horizon by the probability models alone: expected purchases (NBD,
 * BG/NBD or MBG/NBD, whichever explains the past best) times expected spend (Gamma-Gamma).
 *
 * @param transactions Kept lines before `asOf`: `customer_id, invoice_date, revenue`.
 * @param asOf ISO date at which the horizon begins.
 * @param horizonDays Its length in days.
 * @returns One amount per customer; null where there are too few customers to fit on.
 */
export function purchasesTimesSpend(
  transactions: DataFrame,
  asOf: string,
  horizonDays: number,
  customers: readonly string[],
): Float64Array | null {
  try {
    const base = customerBase(repeatPurchaseSummary(transactions, asOf));
    const { ids, repeatFrequency, lastPurchaseAge, age, meanRepeatSpend } = base;
    const { chosen } = choosePurchaseModel(base, PURCHASE_MODELS.slice(0, 3));
    const purchases = expectedPurchases(chosen, repeatFrequency, lastPurchaseAge, age, horizonDays);
    const spend = expectedSpend(
      fitGammaGamma(repeatFrequency, meanRepeatSpend),
      repeatFrequency,
      meanRepeatSpend,
    );
    const row = new Map(ids.map((id, i) => [id, i]));
    return Float64Array.from(customers, (id) => {
      const i = row.get(id);
      return i === undefined ? 0 : purchases[i] * spend[i];
    });
  } catch (error) {
    if (error instanceof NotEnoughDataError) return null;
    throw error;
  }
}
