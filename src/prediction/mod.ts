/**
 * Prediction: who will leave, who will spend most, whom to contact.
 *
 * @module
 */
export { churnLabels, highSpendCut, highSpendLabels } from "./selection/classification_tasks.ts";
export {
  type CustomerClassifier,
  fitCustomerClassifier,
  predictCustomerClassifier,
} from "./classifiers/customer_classifier.ts";
export {
  beginComparison,
  type CompareOptions,
  type Comparison,
  COMPETITORS,
} from "./selection/compare_classifiers.ts";
export { readCustomerClassifier } from "./classifiers/read_customer_classifier.ts";
export { permutationImportance } from "./explanation/permutation_importance.ts";
export { partialDependence } from "./explanation/partial_dependence.ts";
export { explainCustomers, reasonsInWords } from "./explanation/explain_customers.ts";
export { leakWarnings } from "./selection/leak_warnings.ts";
export { CONTACT_DEFAULTS, type ContactAssumptions } from "./targeting/contact_assumptions.ts";
export { type ContactDecision, contactDecision } from "./targeting/contact_decision.ts";
export { profitCurve } from "./targeting/profit_curve.ts";
export {
  predictCustomers,
  type Predictions,
  predictionTask,
  type PredictOptions,
} from "./predict_customers.ts";
export { decide, type Decision } from "./targeting/decide.ts";
