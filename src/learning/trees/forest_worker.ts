/**
 * A thread that helps to grow a forest: see `grow_forest_trees.ts`.
 *
 * @module
 */
import { helpWith } from "../../numeric/threads/help_with.ts";
import { createForestTree } from "./forest_tree.ts";

helpWith(createForestTree);
