import { countOf } from "../../../../words/numbers.ts";
import { perOrder, sumOf, sumOnce } from "../amount_facts.ts";
import { isChosen, type Pays } from "../amount_plan.ts";
import type { Decision } from "./decision.ts";
import { money } from "./words.ts";

/** What the user names with `--map` counts; what looks like another amount is said. */
export function sayChosen(decision: Decision, pays: Pays): void {
  const paid = pays === "line_total" ? decision.total : decision.orderTotal;
  if (pays === "unit_price" || !paid || !isChosen(paid)) return;
  const { order, product, rivals } = decision.columns;
  const sum = pays === "line_total" ? sumOf(paid.numbers) : sumOnce(paid.numbers, order);
  const orders = perOrder(paid.numbers, order, [product]);
  if (pays === "line_total" && orders.different === 0 && orders.same > 0) {
    decision.note(
      `"${paid.header}" is the same on all lines of ${countOf(orders.same, "order")}; it ` +
        `counts on each line (${money(sum)} in all), as --map line_total names it.`,
    );
  }
  for (const rival of rivals) {
    const other = sumOf(rival.numbers);
    if (rival.header === paid.header || Math.abs(other - sum) < 0.005) continue;
    decision.note(
      `What counts is "${paid.header}" (${money(sum)} in all), which --map ${pays} names, ` +
        `not "${rival.header}" (${money(other)}).`,
    );
  }
}
