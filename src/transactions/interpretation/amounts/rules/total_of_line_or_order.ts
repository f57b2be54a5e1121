import { countOf } from "../../../../words/numbers.ts";
import { TOTAL_OF_LINE } from "../../../mapping/column_synonyms.ts";
import { plainName } from "../../../mapping/plain_name.ts";
import {
  type Multiplication,
  multiplication,
  type PerOrder,
  perOrder,
  perProduct,
  sumOf,
  sumOfProducts,
  sumOnce,
} from "../amount_facts.ts";
import type { AmountColumn, Pays } from "../amount_plan.ts";
import { type Decision, NEARLY_ALL } from "./decision.ts";
import { orderTotalOrLines } from "./order_total_or_lines.ts";
import { payLineTotal } from "./pay_line_total.ts";
import { payOrderTotal } from "./pay_order_total.ts";
import { payExplained } from "./pay_price.ts";
import { priceOrLineTotal } from "./price_or_line_total.ts";
import { rivalAnswers } from "./rival_totals.ts";
import { money, quoted } from "./words.ts";

/** Names of amounts that are without shipping and taxes. */
const WITHOUT_CHARGES = /net|subtotal|soustotal|zwischensumme|excl|ohne|hors|\bht$|goods|merch/;

/** A column that by its name is a total: of the line, or of the order? */
export function totalOfLineOrOrder(decision: Decision, total: AmountColumn): Pays {
  const { order, product } = decision.columns, { quantity, price } = decision;
  const orders = perOrder(total.numbers, order, [product, ...quantity ? [quantity.numbers] : []]);
  const facts = quantity && price &&
    multiplication(quantity.numbers, price.numbers, total.numbers);
  const agrees = facts !== undefined && facts.lines > 0 &&
    facts.agree >= NEARLY_ALL * facts.lines;
  if (orders.different > 0) {
    decision.say(
      "line_total",
      `it differs within ${countOf(orders.different, "order")} of several lines`,
    );
  }
  const isOnOrders = orders.different === 0 && orders.same + orders.onOneLine > 0;
  if (isOnOrders && !agrees) {
    const pays = perhapsOfOrder(decision, total, orders, facts);
    if (pays) return pays;
  }
  if (quantity && price) {
    const goods = agrees ? undefined : goodsBeside(decision, quantity, price);
    if (goods) {
      decision.note(
        `"${goods.header}" (${money(sumOf(goods.numbers))} in all) is what the goods cost, not ` +
          `"${total.header}" (${
            money(sumOf(total.numbers))
          }), from which price × quantity differs.`,
      );
      decision.total = goods;
      return payLineTotal(decision, goods);
    }
    const why = agrees ? undefined : decision.explainedByPrice(price, total);
    return why?.charges.length
      ? payExplained(decision, price, total, why)
      : priceOrLineTotal(decision, quantity, price, total, facts!);
  }
  if (rivalAnswers(decision, total)) return "line_total";
  if (quantity) refusePriceOfPiece(decision, quantity, total);
  else if (!price) refuseCharges(decision, total);
  return payLineTotal(decision, total);
}

/** Another total that is price × quantity, less discounts at most. */
function goodsBeside(
  decision: Decision,
  quantity: AmountColumn,
  price: AmountColumn,
): AmountColumn | undefined {
  return decision.columns.rivals.find((rival) => {
    const { lines, agree } = multiplication(quantity.numbers, price.numbers, rival.numbers);
    if (lines > 0 && agree >= NEARLY_ALL * lines) return true;
    const why = decision.explainedByPrice(price, rival);
    return why !== undefined && why.charges.length === 0;
  });
}

/** No order has two of it: it is the order's, unless products cost the same in every order. */
function perhapsOfOrder(
  decision: Decision,
  total: AmountColumn,
  { same }: PerOrder,
  facts: Multiplication | undefined,
): Pays | undefined {
  const { order, product } = decision.columns, { quantity, price } = decision;
  if (quantity && price) {
    const { several, asPrice } = facts!;
    return several > 0 && asPrice >= NEARLY_ALL * several
      ? priceOrLineTotal(decision, quantity, price, total, facts!)
      : orderTotalOrLines(decision, total, "by arithmetic");
  }
  const onAll = same > 0
    ? `it is the same on all lines of ${countOf(same, "order")} that differ in product or quantity`
    : `it stands on one line of each order only`;
  const products = perProduct(total.numbers, quantity?.numbers, product, order);
  const isClear = products.different > 0 && products.different >= products.same;
  if (isClear || same === 0) return payOrderTotal(decision, total, onAll);
  if (products.same >= 3 && products.different === 0) {
    decision.say("line_total", `${countOf(products.same, "product")} cost the same in every order`);
    return undefined;
  }
  return decision.ask(
    `"${total.header}" may be what each line costs (${money(sumOf(total.numbers))} in all) or ` +
      `what its order costs, repeated on each of its lines (${
        money(sumOnce(total.numbers, order))
      })`,
    [["line_total", total], ["order_total", total]],
  );
}

/** A total that does not change with the quantity is rather a price. */
function refusePriceOfPiece(
  decision: Decision,
  quantity: AmountColumn,
  total: AmountColumn,
): void {
  const { ofPiece, ofLine } = decision.perPiece(total, quantity);
  if (ofLine > 0) {
    decision.say(
      "line_total",
      `it grows with "${quantity.header}" for ${ofLine} of ${
        countOf(ofPiece + ofLine, "product")
      } that tell`,
    );
  }
  if (ofPiece <= ofLine || ofPiece === 0) return;
  // Against a name as clear as "line total" a few products say nothing.
  if (ofPiece < 5 && TOTAL_OF_LINE.test(plainName(total.header))) return;
  decision.ask(
    `"${total.header}" stays the same for ${countOf(ofPiece, "product")} while ` +
      `"${quantity.header}" changes, so it may be the price of a piece (${
        money(sumOfProducts(quantity.numbers, total.numbers))
      } in all) or what the line costs (${money(sumOf(total.numbers))})`,
    [["unit_price", total], ["line_total", total]],
  );
}

/** A total of an order in one line may contain the shipping and the taxes that stand beside it. */
function refuseCharges(decision: Decision, total: AmountColumn): void {
  if (decision.columns.product.values.some((text) => text !== "")) return;
  if (WITHOUT_CHARGES.test(plainName(total.header))) return;
  const within = decision.columns.explanations.within(total.numbers);
  if (!within) return;
  decision.ask(
    `"${total.header}" (${money(sumOf(total.numbers))} in all) may contain ${
      quoted(within.headers)
    } (${money(within.sum)}), which ${
      within.headers.length === 1 ? "is" : "are"
    } not for goods: order_total takes it out, line_total leaves it`,
    [["order_total", total], ["line_total", total]],
  );
}
