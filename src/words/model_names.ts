const PROPER: Record<string, string> = {
  bg_nbd: "BG/NBD",
  nbd: "NBD",
  beta_geo_nbd: "BG/NBD",
  modified_beta_geo_nbd: "MBG/NBD",
  pareto_nbd: "Pareto/NBD",
};
const ACRONYMS: Record<string, string> = {
  rfm: "RFM",
  id: "id",
  pca: "PCA",
  rbf: "RBF",
  ease: "EASE",
  ndcg: "NDCG",
  map: "MAP",
  mae: "MAE",
  rmse: "RMSE",
  bic: "BIC",
};

/**
 * Turns a name of code (`random_forest`) into words of a sentence (`random forest`).
 *
 * @param name Name in snake_case or with dashes.
 * @returns The words separated by spaces, abbreviations in capitals.
 *
 * @example
 * ```ts
 * import { formatName } from "./model_names.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatName("random_forest"), "random forest");
 * ```
 */
export function formatName(name: string): string {
  return PROPER[name] ?? name.split("_").map((word) => ACRONYMS[word] ?? word).join(" ").trim();
}
