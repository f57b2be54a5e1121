/**
 * A thread that helps to grow a forest: see `grow_forest_trees.ts`.
 *
 * @module
 */
import { createForestTree } from "./forest_tree.ts";
import type { ForestErrand, NumberedTree } from "./grow_forest_trees.ts";

addEventListener("message", (event) => {
  const { data, counters, port } = (event as MessageEvent<ForestErrand>).data;
  const grow = createForestTree(data);
  for (let number; (number = Atomics.add(counters, 0, 1)) < data.settings.trees;) {
    const tree: NumberedTree = { number, grown: grow(number) };
    port.postMessage(tree);
    Atomics.add(counters, 1, 1);
    Atomics.notify(counters, 1);
  }
});
