import { countOf } from "../../../../words/numbers.ts";
import { multiples, multiplication, orderSums, perOrder, sumOf } from "../amount_facts.ts";
import { type AmountColumn, isChosen, isOfLayout, type Pays } from "../amount_plan.ts";
import { type Decision, NEARLY_ALL, worthOf } from "./decision.ts";
import { changes, inWords, money, percent, share } from "./words.ts";

/** A line is worth its total; what differs from it is explained, said, or asked about. */
export function payLineTotal(decision: Decision, total: AmountColumn): Pays {
  const { quantity, price } = decision;
  if (quantity && price) compareWithPrice(decision, quantity, price, total);
  else if (quantity) {
    const { ofPiece, ofLine } = decision.perPiece(total, quantity);
    if (ofPiece + ofLine > 0 && !decision.evidence.line_total) {
      decision.say(
        "line_total",
        `it grows with "${quantity.header}" for ${ofLine} of ${
          countOf(ofPiece + ofLine, "product")
        } that tell`,
      );
    }
  } else if (price) {
    const part = multiples(price.numbers, total.numbers);
    decision.say(
      "line_total",
      `it is a whole multiple of "${price.header}" on ${percent(part, 1)} of lines`,
    );
  }
  compareWithOrders(decision, total);
  return "line_total";
}

/** Price × quantity equals it, or does so less the discount, or differs. */
function compareWithPrice(
  decision: Decision,
  quantity: AmountColumn,
  price: AmountColumn,
  total: AmountColumn,
): void {
  const facts = multiplication(quantity.numbers, price.numbers, total.numbers);
  const { lines, agree, below, above, products, totals } = facts;
  const product = `"${quantity.header}" × "${price.header}"`;
  decision.say("line_total", `${product} equals it on ${percent(agree, lines)} of lines`);
  if (below + above === 0) return;
  const why = decision.explainedByPrice(price, total);
  if (why?.discounts.length && !why.charges.length) {
    decision.discounts = {
      headers: why.discounts,
      areIn: true,
      because: `quantity × price less the discount is the total in ${share(why)}`,
    };
    decision.say("line_total", `${product}${changes(why)} equals it`);
    return;
  }
  decision.note(
    `${product} differs from "${total.header}" on ${countOf(below + above, "line")} (${
      money(products)
    } against ${money(totals)} in all): what was paid is "${total.header}", ` +
      `${money(Math.abs(totals - products))} ${totals < products ? "less" : "more"}.`,
    below + above,
    totals - products,
  );
}

/** What an order costs beside what its lines cost: said, where it differs. */
function compareWithOrders(decision: Decision, total: AmountColumn): void {
  const { orderTotal } = decision, { order, order_total, explanations } = decision.columns;
  if (!orderTotal || isChosen(total) && order_total !== orderTotal) return;
  const worth = worthOf(total);
  const sums = orderSums(orderTotal.numbers, worth, order, explanations.hasStates);
  const { orders, agree, below, above, lines, totals } = sums;
  if (orders === 0) return;
  decision.say(
    "order_total",
    `the lines of an order add up to it in ${percent(agree, orders)} of orders`,
  );
  if (agree >= NEARLY_ALL * orders) return;
  const why = explanations.ofOrders(orderTotal.numbers, worth);
  if (why) {
    decision.discounts ??= { headers: why.discounts, areIn: false, because: inWords(why) };
    decision.say("order_total", `it is the lines of an order${changes(why)} in ${share(why)}`);
    return;
  }
  if (!isChosen(total) && !isOfLayout(total) && below > 0 && !explanations.hasDiscounts) {
    const isOfLines = perOrder(orderTotal.numbers, order, []).different > 0;
    decision.ask(
      `"${total.header}" comes to ${money(lines)} and "${orderTotal.header}"${
        isOfLines ? "" : ", what an order costs,"
      } to ${
        money(isOfLines ? sumOf(orderTotal.numbers) : totals)
      }, so it is not clear what was paid`,
      [["line_total", total], [isOfLines ? "line_total" : "order_total", orderTotal]],
    );
  }
  decision.note(
    `"${orderTotal.header}" differs from the lines of its order in ${
      countOf(below + above, "order")
    } (${money(totals)} against ${money(lines)} in all): what counts is "${total.header}" of ` +
      `each line.`,
  );
}
