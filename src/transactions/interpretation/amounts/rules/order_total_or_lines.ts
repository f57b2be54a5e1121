import { countOf } from "../../../../words/numbers.ts";
import { quotedWord } from "../../../mapping/quoted_word.ts";
import { orderSums, perOrder, sumOf } from "../amount_facts.ts";
import { type AmountColumn, isChosen, type Pays } from "../amount_plan.ts";
import { type Decision, NEARLY_ALL } from "./decision.ts";
import { payOrderTotal } from "./pay_order_total.ts";
import { payExplained, payPriceBeside } from "./pay_price.ts";
import { money, percent } from "./words.ts";

/**
 * A column that orders have once, beside what their lines come to by price × quantity.
 *
 * @param decision What is known.
 * @param total The column.
 * @param found Whether it is an order's total by its name, or only because orders have it once.
 */
export function orderTotalOrLines(
  decision: Decision,
  total: AmountColumn,
  found: "by its name" | "by arithmetic",
): Pays {
  const isNamed = found === "by its name";
  const { order, product, explanations } = decision.columns, { quantity, price } = decision;
  const orders = perOrder(total.numbers, order, [product, ...quantity ? [quantity.numbers] : []]);
  if (isNamed && orders.different > 0) {
    decision.ask(
      `"${total.header}" differs within an order (such as ${orders.example}), so it may be what each ` +
        `line costs (${money(sumOf(total.numbers))} in all) or the order's`,
      [["line_total", total]],
    );
  }
  if (!price || (!quantity && !isNamed)) return payOrderTotal(decision, total, "by its name");
  const worth = decision.worthByPrice(price);
  const sums = orderSums(total.numbers, worth, order, explanations.hasStates);
  const { agree, below, above, lines, totals } = sums;
  if (agree >= NEARLY_ALL * sums.orders) {
    decision.say(
      "order_total",
      `the lines of an order add up to it in ${percent(agree, sums.orders)} of orders`,
    );
    return payPriceBeside(decision, price, total);
  }
  const why = explanations.ofOrders(total.numbers, worth);
  if (why) return payExplained(decision, price, total, why);

  const words = `its lines come to ${money(lines)}, "${total.header}" to ${money(totals)}`;
  if (isChosen(price) || (above === 0 && explanations.hasDiscounts)) {
    decision.note(
      `"${total.header}" is what an order costs: ${words}; ` +
        `what counts is "${price.header}" of each line.`,
    );
    return payPriceBeside(decision, price, total);
  }
  if (above === 0) {
    decision.note(
      `"${total.header}" is less than price × quantity in ${countOf(below, "order")} ` +
        `(${words}): what was paid is "${total.header}".`,
    );
    return payOrderTotal(decision, total, "no order comes to more than its lines");
  }
  const discounted = explanations.discounted(worth);
  const less = orderSums(total.numbers, discounted, order, explanations.hasStates);
  if (less.below === 0 && isNamed) {
    const goods = below === 0 ? "price × quantity" : "price × quantity less the discounts";
    decision.note(
      `"${total.header}" is more than ${goods} in ${countOf(less.above, "order")} ` +
        `(${words}): the difference is taken for shipping and taxes and does not count; ` +
        `--map order_total=${quotedWord(total.header)} counts it.`,
    );
    return payPriceBeside(decision, price, total);
  }
  return decision.ask(
    `"${total.header}" is what an order costs (${money(totals)} in all), and price × quantity ` +
      `comes to ${money(lines)}, so it is not clear what was paid for the goods`,
    [["order_total", total], ["unit_price", price]],
  );
}
