import { assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { nearestLists } from "../../../src/recommendation/similarity/nearest_lists.ts";

Deno.test("nearestLists: keeps what sorting would keep, in whatever order it is offered", () => {
  const random = createRandom(7);
  const offers = Array.from({ length: 200 }, (_, neighbour) => ({
    neighbour,
    similarity: random.integer(20) / 20, // many ties
    inCommon: neighbour + 1,
  }));
  const best = offers.toSorted((a, b) => b.similarity - a.similarity || a.neighbour - b.neighbour);
  const lists = nearestLists(2, 15);
  for (const { neighbour, similarity, inCommon } of random.shuffle(offers)) {
    lists.offer(1, neighbour, similarity, inCommon);
  }
  const { offsets, neighbours, similarities, customersInCommon } = lists.listed();
  const kept = best.slice(0, 15);
  assertEquals([...offsets], [0, 0, 15]);
  assertEquals([...neighbours], kept.map(({ neighbour }) => neighbour));
  assertEquals([...similarities], kept.map(({ similarity }) => similarity));
  assertEquals([...customersInCommon], kept.map(({ inCommon }) => inCommon));
});

Deno.test("nearestLists: one product alone has no neighbours", () => {
  assertEquals([...nearestLists(1, 0).listed().offsets], [0, 0]);
  const lists = nearestLists(1, 0);
  lists.offer(0, 0, 1, 1);
  assertEquals(lists.listed().neighbours.length, 0);
});

Deno.test("nearestLists: a full list says what it takes to enter; lists may be in another order", () => {
  const lists = nearestLists(2, 2);
  lists.offer(0, 1, 0.5, 3);
  assertEquals([...lists.worst], [-Infinity, -Infinity]);
  lists.offer(0, 7, 0.25, 2);
  assertEquals([...lists.worst], [0.25, -Infinity]);
  lists.offer(1, 0, 0.75, 1);
  const { offsets, neighbours, customersInCommon } = lists.listed(Int32Array.of(1, 0));
  assertEquals([...offsets], [0, 1, 3]);
  assertEquals([...neighbours], [0, 1, 7]);
  assertEquals([...customersInCommon], [1, 3, 2]);
});
