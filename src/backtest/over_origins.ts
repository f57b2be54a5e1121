import { mean } from "../numeric/sums.ts";

/** Mean and sample standard deviation over test dates; no deviation of a single one. */
export interface MeanAndSd {
  readonly mean: number;
  readonly sd: number | null;
}

/** A model's scores on one test date. */
export interface MeasuredModel {
  readonly model: string;
  readonly engine: string;
  readonly baseline: boolean;
}

/**
 * Sums up what was measured on several test dates.
 *
 * Neighbouring dates share customers and part of their horizons, so the deviation tells how much a
 * figure moves with the date, not how sure its mean is.
 */
export function meanAndSd(values: readonly number[]): MeanAndSd {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return {
    mean: centre,
    sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : null,
  };
}

/**
 * Gathers each model's scores over the test dates.
 *
 * @returns Each model of the latest date with its scores on all dates on which it was measured.
 */
export function modelsOverOrigins<Model extends MeasuredModel>(
  origins: readonly { readonly models: readonly Model[] }[],
): (MeasuredModel & { readonly measured: readonly Model[] })[] {
  const last = origins.at(-1)?.models ?? [];
  return last.map(({ model, engine, baseline }) => ({
    model,
    engine,
    baseline,
    measured: origins.flatMap(({ models }) =>
      models.filter((other) => other.model === model && other.engine === engine)
    ),
  }));
}
