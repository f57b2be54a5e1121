/** What tells the models of a leaderboard apart. */
export interface NamedModel {
  readonly model: string;
  readonly engine?: string;
  readonly baseline: boolean;
  /** Whether it was fitted on a sample of the rows only. */
  readonly sampled?: boolean;
}

/**
 * Whether a model is the one that earlier periods had picked, on our own engine
 * and all rows.
 *
 * @param chosen Name of the chosen one, where one was chosen.
 */
export function isChosen(
  { model, engine, baseline, sampled }: NamedModel,
  chosen?: string,
): boolean {
  return !baseline && !sampled && model === chosen &&
    (engine === undefined || engine === "built-in");
}

/**
 * Finds the model of a leaderboard that stands for all: the one chosen before the test, which need
 * not be the best on it, or the best where none was chosen.
 *
 * @param measure The measure to compare by; models without it are left out.
 * @param chosen Name of the model that was chosen before the test.
 * @returns That model as `best`, and the best baseline.
 */
export function chosenModel<Model extends NamedModel>(
  models: readonly Model[],
  measure: keyof Model,
  better: "more" | "less",
  chosen?: string,
): BestModel<Model> {
  const standing = models.some((model) => isChosen(model, chosen))
    ? models.filter((model) => model.baseline || isChosen(model, chosen))
    : models;
  return bestModel(standing, measure, better);
}

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
 * @param measure The measure to compare by; models without it are left out.
 * @returns Best model and best baseline; the first of equal ones. A model that was fitted on a sample of
 * the rows is never the best.
 */
export function bestModel<Model extends Pick<NamedModel, "baseline" | "sampled">>(
  models: readonly Model[],
  measure: keyof Model,
  better: "more" | "less",
): BestModel<Model> {
  const value = (model: Model) => Number(model[measure]) * (better === "more" ? 1 : -1);
  const measured = models.filter((model) => Number.isFinite(model[measure]));
  const top = (some: Model[]) =>
    some.length ? some.reduce((a, b) => (value(b) > value(a) ? b : a)) : undefined;
  const best = top(measured.filter((model) => !model.baseline && !model.sampled));
  const baseline = top(measured.filter((model) => model.baseline));
  return {
    best,
    baseline,
    beatsBaseline: best !== undefined && baseline !== undefined && value(best) > value(baseline),
  };
}
