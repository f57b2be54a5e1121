/**
 * Recommendation: what to offer to whom.
 *
 * @module
 */
export { PurchaseBook, type PurchaseBookOptions } from "./purchase_book.ts";
export { recommendShop, type ShopRecommendations } from "./recommend_shop.ts";
export { buildInteractions, type Interactions } from "./matrix/build_interactions.ts";
export {
  type SimilarProducts,
  similarProducts,
  type SimilarProductsOptions,
} from "./similarity/similar_products.ts";
export type { Similarity } from "./similarity/similarity_formula.ts";
export { encodePurchases } from "./matrix/encode_purchases.ts";
export { type ProductBaskets, productBaskets } from "./matrix/product_baskets.ts";
export {
  type AssociationRule,
  associationRules,
  type AssociationRulesOptions,
} from "./rules/association_rules.ts";
export { associationRulesTable } from "./rules/association_rules_table.ts";
export { similarProductsTable } from "./similarity/similar_products_table.ts";
export { type EaseModel, fitEase, type FitEaseOptions } from "./similarity/fit_ease.ts";
export {
  chooseRecommenders,
  type ChooseRecommendersOptions,
} from "./selection/choose_recommenders.ts";
export type { RecommendationPlan } from "./selection/recommendation_plan.ts";
export {
  type ProductMap,
  productMap,
  type ProductMapLink,
  type ProductMapNode,
  type ProductMapOptions,
  type ProductNeighbourhood,
} from "./map/product_map.ts";
export { recommendProducts, type RecommendProductsOptions } from "./recommend_products.ts";
export { newcomerOffers, type NewcomerOffersOptions } from "./newcomer_offers.ts";
export { similarByWords, type WordNeighbour } from "./search/similar_by_words.ts";
export { newProductCustomers, type NewProductCustomersOptions } from "./new_product_customers.ts";
export { findId } from "./search/find_id.ts";
export { findProduct } from "./search/find_product.ts";
export {
  evaluateRecommendations,
  type RecommendationTasks,
} from "./selection/evaluate_recommendations.ts";
