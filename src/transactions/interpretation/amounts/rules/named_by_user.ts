import { countOf } from "../../../../words/numbers.ts";
import { perOrder, sumOf, sumOfProducts, sumOnce } from "../amount_facts.ts";
import { isChosen, type Pays } from "../amount_plan.ts";
import type { Decision } from "./decision.ts";
import { money } from "./words.ts";

/** What the user names with `--map` counts; what looks like another amount is said. */
export function sayChosen(decision: Decision, pays: Pays): void {
  if (pays === "unit_price") return sayChosenPrice(decision);
  const paid = pays === "line_total" ? decision.total : decision.orderTotal;
  if (!paid || !isChosen(paid)) return;
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

/** What a quantity or a price that the user names comes to. */
function sayChosenPrice(decision: Decision): void {
  const { quantity, price, notes } = decision;
  if (!quantity || !price || !(isChosen(quantity) || isChosen(price))) return;
  if (notes.some(({ sentence }) => sentence.startsWith("What counts is"))) return;
  decision.note(
    `What counts is "${quantity.header}" × "${price.header}" (${
      money(sumOfProducts(quantity.numbers, price.numbers))
    } in all), as --map names "${isChosen(price) ? price.header : quantity.header}".`,
  );
}
