import { assertEquals } from "@std/assert";
import { findCommunities } from "../../../src/recommendation/map/find_communities.ts";

Deno.test("findCommunities: a ring of cliques is its cliques", () => {
  const links = Array.from({ length: 6 }, (_, clique) => {
    const nodes = Array.from({ length: 5 }, (_, i) => clique * 5 + i);
    const within = nodes.flatMap((from) =>
      nodes.filter((to) => from < to).map((to) => ({ from, to, weight: 1 }))
    );
    return [...within, { from: nodes[4], to: (clique * 5 + 5) % 30, weight: 1 }];
  }).flat();
  assertEquals(
    findCommunities(30, links),
    Array.from({ length: 30 }, (_, node) => Math.floor(node / 5)),
  );
});

Deno.test("findCommunities: nodes without links stay alone", () => {
  assertEquals(findCommunities(3, []), [0, 1, 2]);
  assertEquals(findCommunities(0, []), []);
});
