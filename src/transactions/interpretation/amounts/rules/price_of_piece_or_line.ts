import { countOf } from "../../../../words/numbers.ts";
import { PRICE_OF_ONE } from "../../../mapping/column_synonyms.ts";
import { plainName } from "../../../mapping/plain_name.ts";
import { perOrder, perProduct, sumOf, sumOfProducts, sumOnce } from "../amount_facts.ts";
import { type AmountColumn, isChosen, type Pays } from "../amount_plan.ts";
import type { Decision } from "./decision.ts";
import { payLineTotal } from "./pay_line_total.ts";
import { payPrice } from "./pay_price.ts";
import { money } from "./words.ts";

/** A column that by its name is a price: of a piece, or of the line? */
export function priceOfPieceOrLine(decision: Decision, price: AmountColumn): Pays {
  const { quantity } = decision;
  if (!quantity) return priceWithoutPieces(decision, price);
  const { ofPiece, ofLine, ofLineToTheCent } = decision.perPiece(price, quantity);
  const told = ofPiece + ofLine;
  if (ofPiece > 0 && ofPiece >= ofLine) {
    decision.say(
      "unit_price",
      `it stays while "${quantity.header}" changes for ${ofPiece} of ${
        countOf(told, "product")
      } that tell`,
    );
  }
  const isOfOne = PRICE_OF_ONE.test(plainName(price.header));
  // A few products may grow by chance, but not to the cent.
  const isTotal = ofLine >= 0.8 * told && (ofLine >= 5 || ofLineToTheCent >= 2);
  const isDoubtful = ofLine > ofPiece && (!isOfOne || (ofLine >= 5 && isTotal));
  if (isChosen(price) || !isDoubtful) return payPrice(decision, price);
  const byPiece = sumOfProducts(quantity.numbers, price.numbers), byLine = sumOf(price.numbers);
  if (Math.abs(byPiece - byLine) < 0.01) return payPrice(decision, price);
  const why = `"${price.header}" grows with "${quantity.header}" for ${ofLine} of ${
    countOf(told, "product")
  } that tell`;
  if (isTotal && !isOfOne) {
    decision.note(
      `${why}: it is what the line costs (${money(byLine)} in all), not the price of a piece ` +
        `(price × quantity would be ${money(byPiece)}).`,
    );
    decision.price = undefined;
    decision.total = price;
    decision.say("line_total", why);
    return payLineTotal(decision, price);
  }
  return decision.ask(
    `${why}, so it may be what the line costs (${money(byLine)} in all) or the price of a piece ` +
      `(${money(byPiece)})`,
    [["line_total", price], ["unit_price", price]],
  );
}

/** Each line counts as one piece, unless the price may be that of a whole order. */
function priceWithoutPieces(decision: Decision, price: AmountColumn): Pays {
  const { product, order } = decision.columns;
  const orders = perOrder(price.numbers, order, [product]);
  const products = perProduct(price.numbers, undefined, product, order);
  const isOnOrders = orders.different === 0 && orders.same >= 2;
  if (isOnOrders && products.different > products.same && !isChosen(price)) {
    decision.ask(
      `"${price.header}" may be the price of each line (${money(sumOf(price.numbers))} in all) ` +
        `or what its order costs, repeated on each of its lines (${
          money(sumOnce(price.numbers, order))
        })`,
      [["unit_price", price], ["order_total", price]],
    );
  }
  decision.note(
    `There is no column of quantities: each line counts as one piece at "${price.header}".`,
  );
  return payPrice(decision, price);
}
