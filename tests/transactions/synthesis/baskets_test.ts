import { assert, assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { fillBasket } from "../../../src/transactions/synthesis/baskets.ts";
import { type Catalogue, drawCatalogue } from "../../../src/transactions/synthesis/catalogue.ts";

const WISHES = { value: 50, lines: 1, thrift: 0, favouriteThemes: [], bought: [] };

/** A shop of two products of two themes, at 2.00 and 5.00. */
const TWO: Catalogue = {
  products: [200, 500].map((price, i) => (
    { productId: `P${i}`, description: `THE ${i}`, price, theme: i }
  )),
  popularity: Float64Array.of(0.5, 1),
  themes: [[0], [1]],
  themePopularity: Float64Array.of(0.5, 1),
};

Deno.test("fillBasket: pieces bring the value near what is wished for, many of them in packs", () => {
  const quantity = (value: number) => {
    const one = { ...TWO, popularity: Float64Array.of(1, 1) };
    return fillBasket(createRandom(1), one, { ...WISHES, value }).lines[0].quantity;
  };
  // At 2.00: 3.6 and 8 pieces are counted; 10 are nearer to 12 than to 6, 40 to 36 than to 48.
  assertEquals([7.2, 16, 20, 80, 0.1].map(quantity), [4, 8, 12, 36, 1]);
});

Deno.test("fillBasket: different products, no more than there are, as they stand in the catalogue", () => {
  const { products, lines } = fillBasket(createRandom(2), TWO, { ...WISHES, lines: 9 });
  assertEquals(products.toSorted(), [0, 1]);
  lines.forEach(({ productId, description, unitPrice }, i) => {
    const { price, ...product } = TWO.products[products[i]];
    assertEquals({ productId, description, price: unitPrice }, {
      productId: product.productId,
      description: product.description,
      price,
    });
  });
});

Deno.test("fillBasket: who is thrifty takes the cheaper one of two, and what was bought comes again", () => {
  const share = (wishes: object) => {
    const random = createRandom(3);
    const first = Array.from(
      { length: 4000 },
      () => fillBasket(random, TWO, { ...WISHES, ...wishes }).products[0],
    );
    return first.filter((product) => product === 0).length / first.length;
  };
  // Four standard errors are .032.
  const near = (observed: number, expected: number) =>
    assert(Math.abs(observed - expected) < 0.032, `${observed}, ${expected}`);
  near(share({}), 0.5);
  near(share({ thrift: 1 }), 0.75);
  near(share({ bought: [1] }), 0.7 * 0.5);
  near(share({ favouriteThemes: [0] }), 0.7 + 0.3 * 0.5);
});

Deno.test("fillBasket: 60 % of what follows is of the theme before", () => {
  const random = createRandom(4), catalogue = drawCatalogue(random, 2000);
  let same = 0;
  for (let i = 0; i < 3000; i++) {
    const { products } = fillBasket(random, catalogue, { ...WISHES, lines: 2 });
    const [first, second] = products.map((product) => catalogue.products[product].theme);
    if (first === second) same++;
  }
  // A little less, as the same product counts once, and a little more by chance.
  assert(Math.abs(same / 3000 - 0.6) < 0.05, `${same / 3000}`);
});
