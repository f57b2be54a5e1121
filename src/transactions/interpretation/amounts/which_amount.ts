import type { CodedNumbers, CodedTexts } from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import { countOf, formatNumber } from "../../../words/numbers.ts";
import { joinWords, plainLine } from "../../../words/sentences.ts";
import { PRICE_OF_ONE, TOTAL_OF_LINE } from "../../mapping/column_synonyms.ts";
import type { AMOUNT_COLUMNS } from "../../mapping/find_columns.ts";
import { plainName } from "../../mapping/plain_name.ts";
import { quotedWord } from "../../mapping/quoted_word.ts";
import type { ReadingNote } from "../reading_note.ts";
import type { Explanation, Explanations } from "./explanations.ts";
import {
  areSmallWhole,
  multiples,
  multiplication,
  orderSums,
  perOrder,
  perPiece,
  perProduct,
  sumOf,
  sumOfProducts,
  sumOnce,
} from "./amount_facts.ts";

/** A column of amounts, and how it was found. */
export interface AmountColumn {
  readonly header: string;
  readonly numbers: CodedNumbers;
  readonly by: string;
}

/** One of the columns that say what a line is worth. */
export type AmountName = typeof AMOUNT_COLUMNS[number];

/** The columns of a table among which the amount is. */
export interface AmountColumns extends Readonly<Partial<Record<AmountName, AmountColumn>>> {
  readonly source: string;
  readonly order: CodedTexts;
  readonly product: CodedTexts;
  /** Where no column names the orders: the customer and the day of each line. */
  readonly customerDay?: () => CodedTexts;
  /** Other columns of numbers that by their names are a total. */
  readonly rivals: readonly AmountColumn[];
  /** The columns that explain why totals are not what lines come to. */
  readonly explanations: Explanations;
}

/** What a line is worth: price × quantity, its total, or a share of its order's total. */
export interface AmountPlan extends Readonly<Partial<Record<AmountName, AmountColumn>>> {
  readonly pays: "unit_price" | "line_total" | "order_total";
  /** Headers of the discounts that are off, where totals prove it: in what pays already, or not. */
  readonly discounts?: {
    readonly headers: readonly string[];
    readonly areIn: boolean;
    readonly because: string;
  };
  /** Shipping and taxes per line in millionths of its order, which are no part of what was sold. */
  readonly without?: Float64Array;
  readonly notes: readonly ReadingNote[];
  readonly evidence: Readonly<Partial<Record<AmountName, readonly string[]>>>;
}

/** Names of a small whole number of pieces that elsewhere mean money. */
const PIECES = new Set(["amount", "number", "count", "volume", "nombre", "numero", "montante"]);

/** Names of amounts that are without shipping and taxes. */
const WITHOUT_CHARGES = /net|subtotal|soustotal|zwischensumme|excl|ohne|hors|\bht$|goods|merch/;

/** A share of lines or orders that is nearly all, and one that is more than chance. */
const NEARLY_ALL = 0.98, SOME = 0.2;

/**
 * Decides by names and by arithmetic which column is the price of a piece, what a line costs, and what
 * an order costs.
 *
 * Name and arithmetic agree: that is it. Where they disagree, or cannot tell while the readings come to
 * different totals, it asks. What the user names with `--map`, and a known layout, decide.
 *
 * @param columns The columns among which the amount is.
 * @returns What each column is, what a line is worth, and the evidence.
 * @throws {InputError} One sentence with both totals and the options, where the evidence is not clear.
 */
export function whichAmount(columns: AmountColumns): AmountPlan {
  return new Decision(columns).plan();
}

class Decision {
  readonly notes: ReadingNote[] = [];
  readonly evidence: Partial<Record<AmountName, string[]>> = {};
  private quantity?: AmountColumn;
  private price?: AmountColumn;
  private total?: AmountColumn;
  private orderTotal?: AmountColumn;
  private discounts?: AmountPlan["discounts"];
  private without?: Float64Array;

  constructor(private readonly columns: AmountColumns) {
    this.quantity = columns.quantity;
    this.price = columns.unit_price;
    this.total = columns.line_total;
    this.orderTotal = columns.order_total;
  }

  plan(): AmountPlan {
    this.findPieces();
    const pays = this.pays();
    this.sayChosen(pays);
    return {
      quantity: this.quantity,
      unit_price: this.price,
      line_total: this.total,
      order_total: this.orderTotal,
      pays,
      discounts: this.discounts,
      without: this.without,
      notes: this.notes,
      evidence: this.evidence,
    };
  }

  /** "AMOUNT" is a number of pieces where it is small and whole, and stands beside a price. */
  private findPieces(): void {
    const { price, total } = this;
    if (this.quantity || !price || !total || isChosen(total) || isOfLayout(total)) return;
    if (!PIECES.has(plainName(total.header)) || !areSmallWhole(total.numbers)) return;
    const isMultiple = multiples(price.numbers, total.numbers) >= NEARLY_ALL;
    if (isMultiple && sumOf(price.numbers) < sumOf(total.numbers)) return;
    this.quantity = total;
    this.total = undefined;
    this.say("quantity", `small whole numbers beside "${price.header}"`);
    this.note(
      `"${total.header}" holds small whole numbers beside "${price.header}": it is taken ` +
        `for the number of pieces, not for money.`,
    );
  }

  /** What the user names counts; another total that its name would suggest is said. */
  private sayChosen(pays: AmountPlan["pays"]): void {
    if (pays === "unit_price") return this.sayChosenPrice();
    const paid = pays === "line_total" ? this.total : this.orderTotal;
    if (!paid || !isChosen(paid)) return;
    const sum = pays === "line_total"
      ? sumOf(paid.numbers)
      : sumOnce(paid.numbers, this.columns.order);
    const { order, product } = this.columns;
    const orders = perOrder(paid.numbers, order, [product]);
    if (pays === "line_total" && orders.different === 0 && orders.same > 0) {
      this.note(
        `"${paid.header}" is the same on all lines of ${countOf(orders.same, "order")}; it ` +
          `counts on each line (${money(sum)} in all), as --map line_total names it.`,
      );
    }
    for (const rival of this.columns.rivals) {
      const other = sumOf(rival.numbers);
      if (rival.header === paid.header || Math.abs(other - sum) < 0.005) continue;
      this.note(
        `What counts is "${paid.header}" (${money(sum)} in all), which --map ${pays} names, ` +
          `not "${rival.header}" (${money(other)}).`,
      );
    }
  }

  /** What a quantity or a price that the user names comes to. */
  private sayChosenPrice(): void {
    const { quantity, price } = this;
    if (!quantity || !price || !(isChosen(quantity) || isChosen(price))) return;
    if (this.notes.some(({ sentence }) => sentence.startsWith("What counts is"))) return;
    this.note(
      `What counts is "${quantity.header}" × "${price.header}" (${
        money(sumOfProducts(quantity.numbers, price.numbers))
      } in all), as --map names "${isChosen(price) ? price.header : quantity.header}".`,
    );
  }

  /** A layout whose names mean something else in other files. */
  private sayUnusualNames(): void {
    const { quantity, total } = this;
    if (!quantity || !total || !isOfLayout(total) || !PIECES.has(plainName(quantity.header))) {
      return;
    }
    this.note(
      `"${quantity.header}" is the number of pieces and "${total.header}" what the line costs ` +
        `(${total.by}).`,
    );
  }

  private pays(): AmountPlan["pays"] {
    const { price, total, orderTotal } = this;
    this.sayUnusualNames();
    if (orderTotal && isChosen(orderTotal)) return this.payOrder(orderTotal, "--map names it");
    if (total && (isChosen(total) || isOfLayout(total))) return this.payTotal(total);
    if (price && isOfLayout(price)) return this.payPrice(price);
    if (total) return this.ofTotal(total);
    if (orderTotal) return this.ofOrderTotal(orderTotal, true);
    if (price) return this.ofPrice(price);
    return "unit_price";
  }

  /** A column that by its name is a total: of the line, or of the order? */
  private ofTotal(total: AmountColumn): AmountPlan["pays"] {
    const { order, product } = this.columns, { quantity, price } = this;
    const orders = perOrder(total.numbers, order, [product, ...quantity ? [quantity.numbers] : []]);
    const isOnOrders = orders.different === 0 && orders.same + orders.onOneLine > 0;
    const facts = quantity && price &&
      multiplication(quantity.numbers, price.numbers, total.numbers);
    const agrees = facts !== undefined && facts.lines > 0 &&
      facts.agree >= NEARLY_ALL * facts.lines;
    if (orders.different > 0) {
      this.say(
        "line_total",
        `it differs within ${countOf(orders.different, "order")} of several lines`,
      );
    }
    if (isOnOrders && !agrees) {
      const isPrice = facts !== undefined && facts.several > 0 &&
        facts.asPrice >= NEARLY_ALL * facts.several;
      if (isPrice) return this.ofTriple(quantity!, price!, total, facts);
      if (quantity && price) return this.ofOrderTotal(total, false);
      const products = perProduct(total.numbers, quantity?.numbers, product, order);
      const onAll = orders.same > 0
        ? `it is the same on all lines of ${
          countOf(orders.same, "order")
        } that differ in product or quantity`
        : `it stands on one line of each order only`;
      const isClear = products.different > 0 && products.different >= products.same;
      if (isClear || orders.same === 0) return this.payOrder(total, onAll);
      if (products.same >= 3 && products.different === 0) {
        this.say("line_total", `${countOf(products.same, "product")} cost the same in every order`);
      } else {
        this.ask(
          `"${total.header}" may be what each line costs (${
            money(sumOf(total.numbers))
          } in all) or ` +
            `what its order costs, repeated on each of its lines (${
              money(sumOnce(total.numbers, order))
            })`,
          [["line_total", total], ["order_total", total]],
        );
      }
    }
    if (quantity && price) {
      const goods = agrees ? undefined : this.goodsBeside(quantity, price);
      if (goods) {
        this.note(
          `"${goods.header}" (${money(sumOf(goods.numbers))} in all) is what the goods cost, not ` +
            `"${total.header}" (${
              money(sumOf(total.numbers))
            }), from which price × quantity differs.`,
        );
        this.total = goods;
        return this.payTotal(goods);
      }
      const why = agrees ? undefined : this.explainedByPrice(price, total);
      return why?.charges.length
        ? this.payExplained(price, total, why)
        : this.ofTriple(quantity, price, total, facts!);
    }
    if (this.rivalAnswers(total)) return "line_total";
    if (quantity) this.refusePiecePrice(quantity, total);
    else if (!price) this.refuseCharges(total);
    return this.payTotal(total);
  }

  private ofTriple(
    quantity: AmountColumn,
    price: AmountColumn,
    total: AmountColumn,
    facts: ReturnType<typeof multiplication>,
  ): AmountPlan["pays"] {
    const { lines, several, agree, above, asPrice } = facts;
    if (lines === 0 || agree >= NEARLY_ALL * lines) return this.payTotal(total);
    if (several > 0 && asPrice >= NEARLY_ALL * several) {
      const { ofPiece, ofLine } = perPiece(price.numbers, quantity.numbers, this.columns.product);
      if (ofLine > 0 && ofPiece <= 0.2 * ofLine) {
        this.say("unit_price", `it equals "${total.header}", so it is what the line costs`);
        return this.payTotal(total);
      }
      return this.askPriceOrTotal(price, total, facts);
    }
    if (this.explainedByPrice(price, total)) return this.payTotal(total);
    if (agree >= SOME * lines || above <= (1 - NEARLY_ALL) * lines) return this.payTotal(total);
    return this.askPriceOrTotal(price, total, facts);
  }

  /** Another total that is price × quantity, less discounts at most. */
  private goodsBeside(quantity: AmountColumn, price: AmountColumn): AmountColumn | undefined {
    return this.columns.rivals.find((rival) => {
      const { lines, agree } = multiplication(quantity.numbers, price.numbers, rival.numbers);
      if (lines > 0 && agree >= NEARLY_ALL * lines) return true;
      const why = this.explainedByPrice(price, rival);
      return why !== undefined && why.charges.length === 0;
    });
  }

  private askPriceOrTotal(
    price: AmountColumn,
    total: AmountColumn,
    { agree, lines, products, totals }: ReturnType<typeof multiplication>,
  ): AmountPlan["pays"] {
    if (isChosen(price)) return this.payPrice(price, total);
    return this.ask(
      `"${this.quantity!.header}" × "${price.header}" comes to ${money(products)} and ` +
        `"${total.header}" to ${money(totals)}, and they agree on ${
          percent(agree, lines)
        } of lines, ` +
        `so it is not clear what was paid`,
      [["unit_price", price], ["line_total", total]],
    );
  }

  /** A total that does not change with the quantity is rather a price. */
  private refusePiecePrice(quantity: AmountColumn, total: AmountColumn): void {
    const { ofPiece, ofLine } = perPiece(total.numbers, quantity.numbers, this.columns.product);
    if (ofLine > 0) {
      this.say(
        "line_total",
        `it grows with "${quantity.header}" for ${ofLine} of ${
          countOf(ofPiece + ofLine, "product")
        } that tell`,
      );
    }
    if (ofPiece <= ofLine || ofPiece === 0) return;
    // Against a name as clear as "line total" a few products say nothing.
    if (ofPiece < 5 && TOTAL_OF_LINE.test(plainName(total.header))) return;
    this.ask(
      `"${total.header}" stays the same for ${countOf(ofPiece, "product")} while ` +
        `"${quantity.header}" changes, so it may be the price of a piece (${
          money(sumOfProducts(quantity.numbers, total.numbers))
        } in all) or what the line costs (${money(sumOf(total.numbers))})`,
      [["unit_price", total], ["line_total", total]],
    );
  }

  /** Another column may be the line's total, and this one the price of a piece, or come to another sum. */
  private rivalAnswers(total: AmountColumn): boolean {
    const { quantity } = this, sum = sumOf(total.numbers);
    for (const rival of this.columns.rivals) {
      const other = sumOf(rival.numbers);
      if (quantity) {
        const facts = multiplication(quantity.numbers, total.numbers, rival.numbers);
        if (facts.several > 0 && facts.agree >= NEARLY_ALL * facts.lines) {
          this.price = total;
          this.total = rival;
          this.say(
            "unit_price",
            `"${quantity.header}" × "${total.header}" equals "${rival.header}"`,
          );
          this.payTotal(rival);
          return true;
        }
      }
      if (Math.abs(sum - other) < 0.01 * Math.max(1, total.numbers.codes.length / 100)) continue;
      const pairs = sum < other
        ? [[total, rival], [rival, total]]
        : [[rival, total], [total, rival]];
      for (const [goods, all] of pairs) {
        const why = this.columns.explanations.ofLines(all.numbers, worthOf(goods));
        if (why === undefined) continue;
        this.total = goods;
        this.discounts = { headers: why.discounts, areIn: false, because: inWords(why) };
        this.say("line_total", `"${all.header}" is it${changes(why)}`);
        this.note(
          `"${all.header}" (${money(sumOf(all.numbers))}) is "${goods.header}" (${
            money(sumOf(goods.numbers))
          })${changes(why)}: what the goods cost is "${goods.header}".`,
        );
        return true;
      }
      this.ask(
        `what was paid may be "${total.header}" (${money(sum)} in all) or "${rival.header}" (${
          money(other)
        })`,
        [["line_total", total], ["line_total", rival]],
      );
    }
    return false;
  }

  /** A total of an order in one line may contain the shipping and the taxes that stand beside it. */
  private refuseCharges(total: AmountColumn): void {
    if (this.columns.product.values.some((text) => text !== "")) return;
    if (WITHOUT_CHARGES.test(plainName(total.header))) return;
    const within = this.columns.explanations.within(total.numbers);
    if (!within) return;
    const headers = joinWords(within.headers.map((header) => `"${plainLine(header)}"`));
    this.ask(
      `"${total.header}" (${money(sumOf(total.numbers))} in all) may contain ${headers} ` +
        `(${money(within.sum)}), which ${
          within.headers.length === 1 ? "is" : "are"
        } not for goods: order_total takes it out, line_total leaves it`,
      [["order_total", total], ["line_total", total]],
    );
  }

  /** A column that orders have once, beside what their lines come to. */
  private ofOrderTotal(total: AmountColumn, isNamed: boolean): AmountPlan["pays"] {
    const { order, product } = this.columns, { quantity, price } = this;
    const orders = perOrder(total.numbers, order, [product, ...quantity ? [quantity.numbers] : []]);
    if (isNamed && orders.different > 0) {
      this.ask(
        `"${total.header}" differs within an order (such as ${orders.example}), so it may be what each ` +
          `line costs (${money(sumOf(total.numbers))} in all) or the order's`,
        [["line_total", total]],
      );
    }
    if (!price || (!quantity && !isNamed)) return this.payOrder(total, "by its name");
    const worth = this.worthByPrice(price);
    const sums = orderSums(total.numbers, worth, order, this.columns.explanations.hasStates);
    const { agree, below, above, lines, totals } = sums;
    const words = `its lines come to ${money(lines)}, "${total.header}" to ${money(totals)}`;
    if (agree >= NEARLY_ALL * sums.orders) {
      this.say(
        "order_total",
        `the lines of an order add up to it in ${percent(agree, sums.orders)} of orders`,
      );
      return this.payPriceBeside(price, total);
    }
    const why = this.columns.explanations.ofOrders(total.numbers, worth);
    if (why) return this.payExplained(price, total, why);
    const left = this.columns.explanations.discounted(worth);
    const less = orderSums(total.numbers, left, order, this.columns.explanations.hasStates);
    if (isChosen(price) || (above === 0 && this.columns.explanations.hasDiscounts)) {
      this.note(
        `"${total.header}" is what an order costs: ${words}; ` +
          `what counts is "${price.header}" of each line.`,
      );
      return this.payPriceBeside(price, total);
    }
    if (above === 0) {
      this.note(
        `"${total.header}" is less than price × quantity in ${countOf(below, "order")} ` +
          `(${words}): what was paid is "${total.header}".`,
      );
      return this.payOrder(total, "no order comes to more than its lines");
    }
    if (less.below === 0 && isNamed) {
      const goods = below === 0 ? "price × quantity" : "price × quantity less the discounts";
      this.note(
        `"${total.header}" is more than ${goods} in ${countOf(less.above, "order")} ` +
          `(${words}): the difference is taken for shipping and taxes and does not count; ` +
          `--map order_total=${quotedWord(total.header)} counts it.`,
      );
      return this.payPriceBeside(price, total);
    }
    return this.ask(
      `"${total.header}" is what an order costs (${
        money(totals)
      } in all), and price × quantity comes ` +
        `to ${money(lines)}, so it is not clear what was paid for the goods`,
      [["order_total", total], ["unit_price", price]],
    );
  }

  /** Which discounts and charges make a total of price × quantity, line by line or order by order. */
  private explainedByPrice(price: AmountColumn, total: AmountColumn): Explanation | undefined {
    const { explanations } = this.columns, worth = this.worthByPrice(price);
    return explanations.ofLines(total.numbers, worth);
  }

  /** A total that discounts, shipping and taxes explain: price × quantity is what the goods cost. */
  private payExplained(price: AmountColumn, total: AmountColumn, why: Explanation) {
    this.discounts = { headers: why.discounts, areIn: false, because: inWords(why) };
    this.say("order_total", `it is price × quantity${changes(why)} in ${share(why)}`);
    return this.payPriceBeside(price, total);
  }

  private worthByPrice({ numbers: each }: AmountColumn): Float64Array {
    const pieces = this.quantity?.numbers;
    return Float64Array.from(
      each.codes,
      (code, row) =>
        Math.round(1e6 * each.values[code] * (pieces ? pieces.values[pieces.codes[row]] : 1)),
    );
  }

  /** A column that by its name is a price: of a piece, or of the line? */
  private ofPrice(price: AmountColumn): AmountPlan["pays"] {
    const { quantity } = this, { product, order } = this.columns;
    if (!quantity) {
      const orders = perOrder(price.numbers, order, [product]);
      const products = perProduct(price.numbers, undefined, product, order);
      const isOnOrders = orders.different === 0 && orders.same >= 2;
      if (isOnOrders && products.different > products.same && !isChosen(price)) {
        this.ask(
          `"${price.header}" may be the price of each line (${
            money(sumOf(price.numbers))
          } in all) or ` +
            `what its order costs, repeated on each of its lines (${
              money(sumOnce(price.numbers, order))
            })`,
          [["unit_price", price], ["order_total", price]],
        );
      }
      this.note(
        `There is no column of quantities: each line counts as one piece at "${price.header}".`,
      );
      return this.payPrice(price);
    }
    const { ofPiece, ofLine } = perPiece(price.numbers, quantity.numbers, product);
    const told = ofPiece + ofLine;
    if (ofPiece > 0 && ofPiece >= ofLine) {
      this.say(
        "unit_price",
        `it stays while "${quantity.header}" changes for ${ofPiece} of ${
          countOf(told, "product")
        } that tell`,
      );
    }
    const isOfOne = PRICE_OF_ONE.test(plainName(price.header));
    const isTotal = ofLine >= 2 && ofLine >= 0.8 * told;
    // Against a name as clear as "unit price" a few products say nothing.
    const isDoubtful = ofLine > ofPiece && (!isOfOne || (ofLine >= 5 && isTotal));
    if (isChosen(price) || !isDoubtful) return this.payPrice(price);
    const byPiece = sumOfProducts(quantity.numbers, price.numbers), byLine = sumOf(price.numbers);
    if (Math.abs(byPiece - byLine) < 0.01) return this.payPrice(price);
    // Two products can be chance: it asks.
    if (isTotal && ofLine >= 3 && !isOfOne) {
      const why = `"${price.header}" grows with "${quantity.header}" for ${ofLine} of ${
        countOf(told, "product")
      } that tell`;
      this.note(
        `${why}: it is what the line costs (${money(byLine)} in all), not the price of a piece ` +
          `(price × quantity would be ${money(byPiece)}).`,
      );
      this.price = undefined;
      this.total = price;
      this.say("line_total", why);
      return this.payTotal(price);
    }
    return this.ask(
      `"${price.header}" grows with "${quantity.header}" for ${ofLine} of ${
        countOf(told, "product")
      } that tell, so it may be what the line costs (${
        money(byLine)
      } in all) or the price of a piece ` +
        `(${money(byPiece)})`,
      [["line_total", price], ["unit_price", price]],
    );
  }

  private payPrice(price: AmountColumn, instead?: AmountColumn): AmountPlan["pays"] {
    if (instead) {
      this.note(
        `What counts is price × quantity (${
          money(sumOfProducts(this.quantity!.numbers, price.numbers))
        }), not "${instead.header}" (${
          money(sumOf(instead.numbers))
        }), as --map unit_price names ` +
          `"${price.header}".`,
      );
    }
    this.total = undefined;
    return "unit_price";
  }

  /** What an order costs agrees with its lines, or is shown beside them. */
  private payPriceBeside(price: AmountColumn, total: AmountColumn): AmountPlan["pays"] {
    const said = this.evidence.line_total;
    if (said && this.total === total) delete this.evidence.line_total;
    this.payPrice(price);
    this.orderTotal = total;
    return "unit_price";
  }

  private payTotal(total: AmountColumn): AmountPlan["pays"] {
    const { quantity, price } = this;
    if (quantity && price) {
      const facts = multiplication(quantity.numbers, price.numbers, total.numbers);
      const { lines, agree, below, above, products, totals } = facts;
      this.say(
        "line_total",
        `"${quantity.header}" × "${price.header}" equals it on ${percent(agree, lines)} of lines`,
      );
      const why = below + above === 0 ? undefined : this.explainedByPrice(price, total);
      if (why?.discounts.length && !why.charges.length) {
        this.discounts = {
          headers: why.discounts,
          areIn: true,
          because: `quantity × price less the discount is the total in ${share(why)}`,
        };
        this.say("line_total", `"${quantity.header}" × "${price.header}"${changes(why)} equals it`);
      } else if (below + above > 0) {
        this.note(
          `"${quantity.header}" × "${price.header}" differs from "${total.header}" on ${
            countOf(below + above, "line")
          } (${money(products)} against ${
            money(totals)
          } in all): what was paid is "${total.header}", ` +
            `${money(Math.abs(totals - products))} ${totals < products ? "less" : "more"}.`,
          below + above,
          totals - products,
        );
      }
    } else if (quantity) {
      const { ofPiece, ofLine } = perPiece(total.numbers, quantity.numbers, this.columns.product);
      if (ofPiece + ofLine > 0 && !this.evidence.line_total) {
        this.say(
          "line_total",
          `it grows with "${quantity.header}" for ${ofLine} of ${
            countOf(ofPiece + ofLine, "product")
          } that tell`,
        );
      }
    } else if (price) {
      const share = multiples(price.numbers, total.numbers);
      this.say(
        "line_total",
        `it is a whole multiple of "${price.header}" on ${percent(share, 1)} of lines`,
      );
    }
    this.beside(total);
    return "line_total";
  }

  /** What an order costs beside what its lines cost: said, where it differs. */
  private beside(total: AmountColumn): void {
    const order = this.orderTotal;
    if (!order || isChosen(total) && this.columns.order_total !== order) return;
    const worth = worthOf(total);
    const { orders, agree, below, above, lines, totals } = orderSums(
      order.numbers,
      worth,
      this.columns.order,
      this.columns.explanations.hasStates,
    );
    if (orders === 0) return;
    this.say(
      "order_total",
      `the lines of an order add up to it in ${percent(agree, orders)} of orders`,
    );
    if (agree >= NEARLY_ALL * orders) return;
    const { explanations } = this.columns;
    const why = explanations.ofOrders(order.numbers, worth);
    if (why) {
      this.discounts ??= { headers: why.discounts, areIn: false, because: inWords(why) };
      this.say("order_total", `it is the lines of an order${changes(why)} in ${share(why)}`);
      return;
    }
    const isOfLines = perOrder(order.numbers, this.columns.order, []).different > 0;
    if (!isChosen(total) && !isOfLayout(total) && below > 0 && !explanations.hasDiscounts) {
      this.ask(
        `"${total.header}" comes to ${money(lines)} and "${order.header}"${
          isOfLines ? "" : ", what an order costs,"
        } to ` +
          `${money(isOfLines ? sumOf(order.numbers) : totals)}, so it is not clear what was paid`,
        [["line_total", total], [isOfLines ? "line_total" : "order_total", order]],
      );
    }
    this.note(
      `"${order.header}" differs from the lines of its order in ${
        countOf(below + above, "order")
      } (${money(totals)} against ${
        money(lines)
      } in all): what counts is "${total.header}" of each line.`,
    );
  }

  private payOrder(total: AmountColumn, why: string): AmountPlan["pays"] {
    const { order, product } = this.columns, { quantity, price } = this;
    const orders = perOrder(total.numbers, order, [product]);
    if (orders.different > 0) {
      this.ask(
        `"${total.header}" differs within an order (such as ${orders.example}), so it cannot be ` +
          `what the order costs`,
        [["line_total", total]],
      );
    }
    const { customerDay } = this.columns;
    const days = customerDay && perOrder(total.numbers, customerDay(), [product]);
    if (days && days.same + days.onOneLine > 0) {
      this.askOrders(total);
    }
    this.orderTotal = total;
    if (this.total === total) this.total = undefined;
    delete this.evidence.line_total;
    const by = price ? "price × quantity" : quantity ? `"${quantity.header}"` : "equal parts";
    if (why !== "--map names it") this.say("order_total", why);
    const once = sumOnce(total.numbers, order), all = sumOf(total.numbers);
    if (Math.abs(once - all) >= 0.005 || price) {
      this.note(
        `"${total.header}" is the total of an order (${why}): it counts once per order, ` +
          `${money(once)} in all and not ${money(all)}, shared among the order's lines by ${by}.`,
      );
    }
    const within = this.columns.explanations.within(total.numbers);
    if (within) {
      this.without = within.ofOrder;
      this.note(
        `${joinWords(within.headers.map((header) => `"${header}"`))} (${
          money(within.sum)
        } in all) ` +
          `${within.headers.length === 1 ? "is" : "are"} within "${total.header}" and no part of ` +
          `what the goods cost: ${money(once - within.sum)} counts.`,
      );
    }
    return "order_total";
  }

  /** What an order costs cannot be counted once per order where nothing tells the orders. */
  private askOrders({ header }: AmountColumn): never {
    throw new InputError(
      `${this.columns.source}: "${header}" is what an order costs and stands on several lines, but ` +
        `no column with the numbers of orders was found: name it with --map invoice_id="…", or say ` +
        `--map line_total=${quotedWord(header)} if it is what each line costs.`,
    );
  }

  private say(column: AmountName, fact: string): void {
    const facts = this.evidence[column] ??= [];
    if (!facts.includes(fact)) facts.push(fact);
  }

  private note(sentence: string, rows?: number, revenue?: number): void {
    const numbers = rows === undefined ? {} : { rows, revenue: Math.round(1e6 * revenue!) / 1e6 };
    this.notes.push({ topic: "amounts", sentence, ...numbers });
  }

  private ask(sentence: string, answers: readonly (readonly [AmountName, AmountColumn])[]): never {
    const options = answers.map(([column, { header }]) => `--map ${column}=${quotedWord(header)}`);
    throw new InputError(`${this.columns.source}: ${sentence}: say ${options.join(" or ")}.`);
  }
}

/** " less "Discount" with "Shipping" and "Tax"". */
function changes({ discounts, charges }: Explanation): string {
  const quoted = (headers: readonly string[]) =>
    joinWords(headers.map((header) => `"${plainLine(header)}"`));
  return (discounts.length > 0 ? ` less ${quoted(discounts)}` : "") +
    (charges.length > 0 ? ` with ${quoted(charges)}` : "");
}

/** In whole millionths per line. */
function worthOf({ numbers: { codes, values } }: AmountColumn): Float64Array {
  return Float64Array.from(codes, (code) => Math.round(1e6 * values[code]));
}

function share({ agree, all, of }: Explanation): string {
  return `${formatNumber(agree)} of ${countOf(all, of)}`;
}

function inWords(why: Explanation): string {
  return `the totals of ${share(why)} agree`;
}

function isChosen({ by }: AmountColumn): boolean {
  return by === "named with --map";
}

function isOfLayout({ by }: AmountColumn): boolean {
  return by.startsWith("layout");
}

function money(amount: number): string {
  return formatNumber(amount, 2);
}

function percent(part: number, whole: number): string {
  if (whole === 0) return "0 %";
  const share = 100 * part / whole;
  const rounded = share.toFixed(share >= 99.95 || share < 0.05 ? 0 : 1).replace(/\.0$/, "");
  return rounded === "100" && part < whole ? "99.9 %" : `${rounded} %`;
}
