import { InputError } from "../../../../frames/errors.ts";
import { quotedWord } from "../../../mapping/quoted_word.ts";
import { perOrder, sumOf, sumOnce } from "../amount_facts.ts";
import type { AmountColumn, Pays } from "../amount_plan.ts";
import type { Decision } from "./decision.ts";
import { money, quoted } from "./words.ts";

/** Why an order's total pays where the user says so. */
export const NAMED = "--map names it";

/** A line is worth a share of its order's total, which counts once per order, without its charges. */
export function payOrderTotal(decision: Decision, total: AmountColumn, why: string): Pays {
  const { order, product } = decision.columns;
  const orders = perOrder(total.numbers, order, [product]);
  if (orders.different > 0) {
    decision.ask(
      `"${total.header}" differs within an order (such as ${orders.example}), so it cannot be ` +
        `what the order costs`,
      [["line_total", total]],
    );
  }
  refuseWithoutOrders(decision, total);
  decision.orderTotal = total;
  if (decision.total === total) decision.total = undefined;
  delete decision.evidence.line_total;
  if (why !== NAMED) decision.say("order_total", why);
  const once = sumOnce(total.numbers, order);
  sayOnce(decision, total, once, why);
  takeChargesOut(decision, total, once);
  return "order_total";
}

/** What an order costs cannot be counted once per order where nothing tells the orders. */
function refuseWithoutOrders({ columns }: Decision, { header, numbers }: AmountColumn): void {
  const { customerDay, product, source } = columns;
  if (!customerDay) return;
  const days = perOrder(numbers, customerDay(), [product]);
  if (days.same + days.onOneLine === 0) return;
  throw new InputError(
    `${source}: "${header}" is what an order costs and stands on several lines, but no column ` +
      `with the numbers of orders was found: name it with --map invoice_id="…", or say ` +
      `--map line_total=${quotedWord(header)} if it is what each line costs.`,
  );
}

function sayOnce(decision: Decision, total: AmountColumn, once: number, why: string): void {
  const { quantity, price } = decision;
  const all = sumOf(total.numbers);
  if (Math.abs(once - all) < 0.005 && !price) return;
  const by = price ? "price × quantity" : quantity ? `"${quantity.header}"` : "equal parts";
  decision.note(
    `"${total.header}" is the total of an order (${why}): it counts once per order, ` +
      `${money(once)} in all and not ${money(all)}, shared among the order's lines by ${by}.`,
  );
}

/** Shipping and taxes within the total are no part of what the goods cost. */
function takeChargesOut(decision: Decision, total: AmountColumn, once: number): void {
  const within = decision.columns.explanations.within(total.numbers);
  if (!within) return;
  decision.without = within.ofOrder;
  decision.note(
    `${quoted(within.headers)} (${money(within.sum)} in all) ${
      within.headers.length === 1 ? "is" : "are"
    } within "${total.header}" and no part ` +
      `of what the goods cost: ${money(once - within.sum)} counts.`,
  );
}
