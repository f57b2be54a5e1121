import type { Multiplication } from "../amount_facts.ts";
import { type AmountColumn, isChosen, type Pays } from "../amount_plan.ts";
import { type Decision, NEARLY_ALL, SOME } from "./decision.ts";
import { payLineTotal } from "./pay_line_total.ts";
import { payPrice } from "./pay_price.ts";
import { money, percent } from "./words.ts";

/** Quantity, price and total of a line: the total pays, unless price × quantity contradicts it. */
export function priceOrLineTotal(
  decision: Decision,
  quantity: AmountColumn,
  price: AmountColumn,
  total: AmountColumn,
  facts: Multiplication,
): Pays {
  const { lines, several, agree, above, asPrice } = facts;
  if (lines === 0 || agree >= NEARLY_ALL * lines) return payLineTotal(decision, total);
  if (several > 0 && asPrice >= NEARLY_ALL * several) {
    const { ofPiece, ofLine } = decision.perPiece(price, quantity);
    if (ofLine > 0 && ofPiece <= 0.2 * ofLine) {
      decision.say("unit_price", `it equals "${total.header}", so it is what the line costs`);
      return payLineTotal(decision, total);
    }
    return askWhich(decision, quantity, price, total, facts);
  }
  const isExplained = decision.explainedByPrice(price, total) !== undefined ||
    agree >= SOME * lines || above <= (1 - NEARLY_ALL) * lines;
  return isExplained
    ? payLineTotal(decision, total)
    : askWhich(decision, quantity, price, total, facts);
}

function askWhich(
  decision: Decision,
  quantity: AmountColumn,
  price: AmountColumn,
  total: AmountColumn,
  { agree, lines, products, totals }: Multiplication,
): Pays {
  if (isChosen(price)) return payPrice(decision, price, total);
  return decision.ask(
    `"${quantity.header}" × "${price.header}" comes to ${money(products)} and ` +
      `"${total.header}" to ${money(totals)}, and they agree on ${percent(agree, lines)} of ` +
      `lines, so it is not clear what was paid`,
    [["unit_price", price], ["line_total", total]],
  );
}
