/** The best model of a task beside the best naive way to do it. */
export interface BestModel<Model> {
  /** The best model that is no baseline, if any was measured. */
  readonly best?: Model;
  /** The best baseline, if any was measured. */
  readonly baseline?: Model;
  /** Whether `best` is strictly better than `baseline`; false where one is missing. */
  readonly beatsBaseline: boolean;
}

/**
 * Finds the best model of a leaderboard, and the best baseline beside it.
 *
 * @param models Models of one task.
 * @param measure The measure to compare by; models without it are left out.
 * @param better Whether more or less of it is better.
 * @returns Best model and best baseline; the first of equal ones.
 *
 * @example
 * ```ts
 * import { bestModel } from "./best_model.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const models = [
 *   { model: "forest", baseline: false, mae: 590 },
 *   { model: "linear", baseline: false, mae: 610 },
 *   { model: "mean", baseline: true, mae: 700 },
 * ];
 * const { best, baseline, beatsBaseline } = bestModel(models, "mae", "less");
 * assertEquals([best?.model, baseline?.model, beatsBaseline], ["forest", "mean", true]);
 * ```
 */
export function bestModel<Model extends { readonly baseline: boolean }>(
  models: readonly Model[],
  measure: keyof Model,
  better: "more" | "less",
): BestModel<Model> {
  const value = (model: Model) => Number(model[measure]) * (better === "more" ? 1 : -1);
  const measured = models.filter((model) => Number.isFinite(model[measure]));
  const top = (some: Model[]) =>
    some.length ? some.reduce((a, b) => (value(b) > value(a) ? b : a)) : undefined;
  const best = top(measured.filter((model) => !model.baseline));
  const baseline = top(measured.filter((model) => model.baseline));
  return {
    best,
    baseline,
    beatsBaseline: best !== undefined && baseline !== undefined && value(best) > value(baseline),
  };
}
