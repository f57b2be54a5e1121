import { sumOf, sumOfProducts } from "../amount_facts.ts";
import type { AmountColumn, Pays } from "../amount_plan.ts";
import type { Explanation } from "../explanations.ts";
import type { Decision } from "./decision.ts";
import { changes, inWords, money, share } from "./words.ts";

/** A line is worth price × quantity; a total that the user decides against is said. */
export function payPrice(decision: Decision, price: AmountColumn, instead?: AmountColumn): Pays {
  if (instead) {
    const sum = sumOfProducts(decision.quantity!.numbers, price.numbers);
    decision.note(
      `What counts is price × quantity (${money(sum)}), not "${instead.header}" (${
        money(sumOf(instead.numbers))
      }), as --map unit_price names "${price.header}".`,
    );
  }
  decision.total = undefined;
  return "unit_price";
}

/** What an order costs agrees with its lines, or is shown beside them. */
export function payPriceBeside(
  decision: Decision,
  price: AmountColumn,
  total: AmountColumn,
): Pays {
  if (decision.total === total) delete decision.evidence.line_total;
  decision.orderTotal = total;
  return payPrice(decision, price);
}

/** A total that discounts, shipping and taxes explain: price × quantity is what the goods cost. */
export function payExplained(
  decision: Decision,
  price: AmountColumn,
  total: AmountColumn,
  why: Explanation,
): Pays {
  decision.discounts = { headers: why.discounts, areIn: false, because: inWords(why) };
  decision.say("order_total", `it is price × quantity${changes(why)} in ${share(why)}`);
  return payPriceBeside(decision, price, total);
}
