import { assert, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { type ProductMap, productMap } from "../../../src/recommendation/map/product_map.ts";
import { similarProducts } from "../../../src/recommendation/similarity/similar_products.ts";
import { productNames } from "../../../src/transactions/product_names.ts";
import {
  buildInteractions,
  type Interactions,
} from "../../../src/recommendation/matrix/build_interactions.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";

/** The binary matrix of baskets, its customers and products in the order given. */
function interactionsOf(
  baskets: readonly (readonly string[])[],
  products: readonly string[],
): Interactions {
  const entries = baskets.map((ids) => ids.map((id) => products.indexOf(id)).sort((a, b) => a - b));
  const offsets = Int32Array.from(
    { length: baskets.length + 1 },
    (_, i) => entries.slice(0, i).flat().length,
  );
  const productIndices = Int32Array.from(entries.flat());
  return {
    customers: baskets.map((_, i) => `customer ${i}`),
    products,
    offsets,
    productIndices,
    values: new Float64Array(productIndices.length).fill(1),
  };
}

const THEMES = ["BAG", "CAKE", "MUG"];
const IDS = THEMES.flatMap((theme) => Array.from({ length: 6 }, (_, i) => `${theme}${i}`));

/** 300 customers who buy four products of one theme and, one in three, one of another. */
const BASKETS = (() => {
  const random = createRandom(7);
  return Array.from({ length: 300 }, (_, i) => {
    const own = random.shuffle(IDS.filter((id) => id.startsWith(THEMES[i % 3]))).slice(0, 4);
    return i % 3 === 0 ? [...new Set([...own, IDS[random.integer(IDS.length)]])] : own;
  });
})();

function mapOf(
  baskets: readonly (readonly string[])[],
  products: readonly string[],
  options = {},
): ProductMap {
  const interactions = interactionsOf(baskets, products);
  return productMap(similarProducts(interactions), interactions, options);
}

function leastDistance(nodes: readonly { x: number; y: number }[]): number {
  return Math.min(
    ...nodes.flatMap((a, i) => nodes.slice(0, i).map((b) => Math.hypot(a.x - b.x, a.y - b.y))),
  );
}

Deno.test("productMap: planted neighbourhoods are found, and stand apart", () => {
  const { nodes, links, neighbourhoods } = mapOf(BASKETS, IDS);
  assertEquals(nodes.length, 18);
  assertEquals(neighbourhoods.map(({ products }) => products), [6, 6, 6]);
  const themes = Map.groupBy(nodes, (node) => node.neighbourhood);
  for (const members of themes.values()) {
    assertEquals(new Set(members.map((node) => node.product_id.slice(0, -1))).size, 1);
  }
  const placeOf = new Map(nodes.map((node) => [node.product_id, node]));
  for (const { from, to, similarity, customers_in_common } of links) {
    const [a, b] = [placeOf.get(from)!, placeOf.get(to)!];
    const both = BASKETS.filter((ids) => ids.includes(from) && ids.includes(to)).length;
    assertEquals(customers_in_common, both);
    assert(Math.abs(similarity - both / Math.sqrt(a.customers * b.customers)) < 1e-12);
  }
  assert(leastDistance(nodes) >= 0.79, `${leastDistance(nodes)}`);
});

Deno.test("productMap: the same again, byte by byte, whatever the order of rows and columns", () => {
  const once = JSON.stringify(mapOf(BASKETS, IDS));
  assertEquals(JSON.stringify(mapOf(BASKETS, IDS)), once);
  const random = createRandom(1);
  for (let i = 0; i < 5; i++) {
    assertEquals(JSON.stringify(mapOf(random.shuffle(BASKETS), IDS)), once);
    assertEquals(JSON.stringify(mapOf(BASKETS, random.shuffle(IDS))), once);
  }
});

Deno.test("productMap: the most popular products, ties by id", () => {
  const baskets = [["B", "A", "C"], ["A", "B", "C"], ["C", "D"]];
  const { nodes } = mapOf(baskets, ["D", "C", "B", "A"], { products: 3 });
  assertEquals(nodes.map((node) => [node.product_id, node.customers]), [["C", 3], ["A", 2], [
    "B",
    2,
  ]]);
});

Deno.test("productMap: one product, products without links, none at all", () => {
  assertEquals(mapOf([["A"]], ["A"]), {
    nodes: [{ product_id: "A", name: "A", x: 0, y: 0, neighbourhood: 0, customers: 1 }],
    links: [],
    neighbourhoods: [],
  });
  const alone = mapOf([["A"], ["B"], ["C"], ["D"]], ["A", "B", "C", "D"]);
  assertEquals(alone.nodes.map((node) => node.neighbourhood), [0, 0, 0, 0]);
  assertEquals(alone.links, []);
  assert(leastDistance(alone.nodes) >= 1);
  assertEquals(mapOf([], []), { nodes: [], links: [], neighbourhoods: [] });
});

Deno.test("productMap: names of products, and of neighbourhoods", () => {
  const names = new Map(IDS.map((id) => [id, `${id.slice(0, -1)} OF COLOUR ${id.slice(-1)}`]));
  const { nodes, neighbourhoods } = mapOf(BASKETS, IDS, { names });
  assertEquals(nodes.map((node) => node.name), nodes.map((node) => names.get(node.product_id)));
  const found = neighbourhoods.map(({ name }) => name).sort();
  assertEquals(found, THEMES.map((theme) => `${theme} OF COLOUR`));
  // Without shared words, or with the same ones, after the most popular product.
  const same = new Map(IDS.map((id) => [id, `NICE ${id}`]));
  for (const { neighbourhood, name } of mapOf(BASKETS, IDS, { names: same }).neighbourhoods) {
    assertEquals(name, same.get(nodes.find((n) => n.neighbourhood === neighbourhood)!.product_id));
  }
});

Deno.test("productMap: options out of range, other products", () => {
  assertThrows(() => mapOf(BASKETS, IDS, { products: 0 }), RangeError, "got 0");
  assertThrows(() => mapOf(BASKETS, IDS, { products: 301 }), RangeError, "from 1 to 300, got 301");
  assertThrows(() => mapOf(BASKETS, IDS, { strongest: 1.5 }), RangeError, "got 1.5");
  const interactions = interactionsOf(BASKETS, IDS);
  const similar = similarProducts(interactions);
  assertThrows(
    () => productMap(similar, { ...interactions, products: IDS.slice(1) }),
    TypeError,
    "the neighbours are of 18 products, the customers bought 17",
  );
});

Deno.test({
  name: "productMap: lunch bags, jumbo bags and hot water bottles of the UCI file",
  ignore: onlineRetailPath === undefined,
  fn: () => {
    const { transactions } = onlineRetail();
    const interactions = buildInteractions(transactions, { excludeServices: true });
    const names = productNames(transactions);
    const { nodes, neighbourhoods } = productMap(
      similarProducts(interactions),
      interactions,
      { names },
    );
    assertEquals(nodes.length, 60);
    const found = neighbourhoods.map(({ name }) => name);
    for (const name of ["JUMBO BAG", "LUNCH BAG", "HOT WATER BOTTLE"]) assert(found.includes(name));
  },
});
