import { sum } from "../../numeric/sums.ts";

/** A link between two nodes of a graph, given by their numbers. */
export interface WeightedLink {
  readonly from: number;
  readonly to: number;
  /** How strong it is, above 0. */
  readonly weight: number;
}

/** A gain below this is rounding. */
const LEAST_GAIN = 1e-12;
/** Every move gains modularity, so moves end; this many rounds are never needed. */
const MOST_ROUNDS = 1000;

/**
 * Finds communities: groups of nodes with more weight on the links among them than the weights of
 * their nodes would let one expect (modularity).
 *
 * Every node moves to the neighbouring community that gains most, in the order of the numbers, until
 * none gains; then communities become nodes, and the same goes on with them. No chance is involved.
 *
 * Sources: Blondel, Guillaume, Lambiotte, Lefebvre (2008), "Fast unfolding of communities in large
 * networks"; Newman (2006), "Modularity and community structure in networks".
 *
 * @param count Number of nodes, a few hundred at most: a matrix of all pairs is kept.
 * @returns The community of each node, numbered from 0 by its first node.
 */
export function findCommunities(count: number, links: readonly WeightedLink[]): number[] {
  let weights: Float64Array[] = Array.from({ length: count }, () => new Float64Array(count));
  for (const { from, to, weight } of links) {
    weights[from][to] += weight;
    weights[to][from] += weight;
  }
  let communities = Array.from({ length: count }, (_, node) => node);
  while (true) {
    const joined = moveNodes(weights);
    const groups = Math.max(-1, ...joined) + 1;
    if (groups === weights.length) return communities;
    communities = communities.map((group) => joined[group]);
    weights = weightsBetween(weights, joined, groups);
  }
}

/** Moves every node to where modularity gains most, until no move gains. */
function moveNodes(weights: readonly Float64Array[]): number[] {
  const degrees = weights.map(sum);
  const total = sum(degrees);
  const group = degrees.map((_, node) => node);
  const groupDegrees = degrees.slice();
  let moved = total > 0;
  for (let round = 0; moved && round < MOST_ROUNDS; round++) {
    moved = false;
    for (let node = 0; node < weights.length; node++) {
      const home = group[node];
      const towards = new Float64Array(weights.length);
      weights[node].forEach((weight, other) => {
        if (other !== node) towards[group[other]] += weight;
      });
      groupDegrees[home] -= degrees[node];
      const gain = (to: number) => towards[to] - degrees[node] * groupDegrees[to] / total;
      let best = home;
      for (let to = 0; to < weights.length; to++) {
        if (towards[to] > 0 && gain(to) > gain(best) + LEAST_GAIN) best = to;
      }
      groupDegrees[best] += degrees[node];
      group[node] = best;
      moved ||= best !== home;
    }
  }
  const order = [...new Set(group)];
  return group.map((name) => order.indexOf(name));
}

/** The graph whose nodes are the groups; what is within a group is its link with itself. */
function weightsBetween(
  weights: readonly Float64Array[],
  group: readonly number[],
  groups: number,
): Float64Array[] {
  const between = Array.from({ length: groups }, () => new Float64Array(groups));
  weights.forEach((row, from) =>
    row.forEach((weight, to) => between[group[from]][group[to]] += weight)
  );
  return between;
}
