/**
 * Pipeline: open a shop, run every stage, write what it leaves behind.
 *
 * @module
 */
export { type OpenOptions, openShop, type Shop } from "./open_shop.ts";
export { type RunOptions, runPipeline, type RunResult } from "./run_pipeline.ts";
export { runArtifacts } from "./run_artifacts.ts";
export { replaceArtifacts } from "./output/replace_artifacts.ts";
