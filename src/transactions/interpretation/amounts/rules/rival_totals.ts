import { multiplication, sumOf } from "../amount_facts.ts";
import type { AmountColumn } from "../amount_plan.ts";
import { type Decision, NEARLY_ALL, worthOf } from "./decision.ts";
import { payLineTotal } from "./pay_line_total.ts";
import { changes, inWords, money } from "./words.ts";

/**
 * Another column may be the line's total too: then this one is the price of a piece, or one of them is
 * the other with discounts and charges, or the user is asked.
 *
 * @param decision What is known; where another column answers, it is the total afterwards.
 * @param total What is taken for the line's total.
 * @returns Whether another column has answered.
 */
export function rivalAnswers(decision: Decision, total: AmountColumn): boolean {
  const room = 0.01 * Math.max(1, total.numbers.codes.length / 100);
  for (const rival of decision.columns.rivals) {
    if (isPriceOf(decision, total, rival)) return true;
    const sum = sumOf(total.numbers), other = sumOf(rival.numbers);
    if (Math.abs(sum - other) < room) continue;
    if (isExplained(decision, total, rival)) return true;
    decision.ask(
      `what was paid may be "${total.header}" (${money(sum)} in all) or "${rival.header}" (${
        money(other)
      })`,
      [["line_total", total], ["line_total", rival]],
    );
  }
  return false;
}

/** Quantity × the one is the other: a price and its total. */
function isPriceOf(decision: Decision, price: AmountColumn, total: AmountColumn): boolean {
  const { quantity } = decision;
  if (!quantity) return false;
  const facts = multiplication(quantity.numbers, price.numbers, total.numbers);
  if (facts.several === 0 || facts.agree < NEARLY_ALL * facts.lines) return false;
  decision.price = price;
  decision.total = total;
  decision.say("unit_price", `"${quantity.header}" × "${price.header}" equals "${total.header}"`);
  payLineTotal(decision, total);
  return true;
}

/** The one is the other with discounts, shipping and taxes: the smaller is tried as the goods first. */
function isExplained(decision: Decision, total: AmountColumn, rival: AmountColumn): boolean {
  const pairs = sumOf(total.numbers) < sumOf(rival.numbers)
    ? [[total, rival], [rival, total]]
    : [[rival, total], [total, rival]];
  for (const [goods, all] of pairs) {
    const why = decision.columns.explanations.ofLines(all.numbers, worthOf(goods));
    if (why === undefined) continue;
    decision.total = goods;
    decision.discounts = { headers: why.discounts, areIn: false, because: inWords(why) };
    decision.say("line_total", `"${all.header}" is it${changes(why)}`);
    decision.note(
      `"${all.header}" (${money(sumOf(all.numbers))}) is "${goods.header}" (${
        money(sumOf(goods.numbers))
      })${changes(why)}: what the goods cost is "${goods.header}".`,
    );
    return true;
  }
  return false;
}
