import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { probabilityAlive } from "./probability_alive.ts";
import { familyOf, type PurchaseModel } from "./purchase_model.ts";
import type { PurchaseTimes } from "./fitting/purchase_times.ts";
import { mean } from "../../numeric/sums.ts";

/** Twice the gain in log-likelihood that two useless parameters reach in 1 of 20 cases (χ², 2 df). */
const CHI_SQUARED_95 = 5.991;
/** A mean probability of being alive above this tells nobody from anybody. */
const EVERYBODY_ALIVE = 0.99;
/** From this share of one-time buyers on it matters what a model thinks of them. */
const MANY = 0.1;
/** Units of time that no shop has been open for: days of two lifetimes. */
const AGES_OF_TIME = 60_000;

/**
 * Says what purchase models cannot tell of these customers, and which model to use instead.
 *
 * @param models Models fitted to the same histories, the NBD among them.
 * @param chosen The one that will be used.
 * @param times The histories.
 * @returns Sentences; none for a sound fit.
 *
 * @example
 * ```ts
 * import { fitNbd } from "./nbd.ts";
 * import { purchaseDiagnostics } from "./purchase_diagnostics.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Ten purchases within three units of time: these are no days.
 * const times = {
 *   repeatFrequency: Float64Array.of(10, 2), lastPurchaseAge: Float64Array.of(2.5, 1),
 *   age: Float64Array.of(3, 3),
 * };
 * const model = fitNbd(times.repeatFrequency, times.lastPurchaseAge, times.age);
 * const [unit] = purchaseDiagnostics([model], model, times);
 * assertEquals(unit.startsWith("Half of the customers bought more often than"), true);
 * ```
 */
export function purchaseDiagnostics(
  models: readonly PurchaseModel[],
  chosen: PurchaseModel,
  times: PurchaseTimes,
): string[] {
  const nbd = models.find(({ kind }) => kind === "nbd");
  return [
    ...unitMistake(times),
    ...models.flatMap((model) => degenerate(model, nbd, chosen, times)),
    ...oneTimeBuyers(chosen, times),
    ...chosen.warnings,
  ];
}

/** More purchases than units of time, or ages beyond all days: another unit was meant. */
function unitMistake({ repeatFrequency, age }: PurchaseTimes): string[] {
  const often = repeatFrequency.filter((x, i) => x > age[i]).length / age.length;
  if (often > 0.01) {
    const share = often >= 0.5 ? "Half" : `${formatPercent(often)}`;
    return [
      `${share} of the customers bought more often than there are units of time in their age: ` +
      `purchases are counted once a day, so the unit must be a day or less; use days.`,
    ];
  }
  const oldest = age.reduce((most, t) => Math.max(most, t), 0);
  if (oldest > AGES_OF_TIME) {
    return [
      `The oldest customer has an age of ${whole(oldest)} units of time, more than a century of ` +
      `days: these look like hours or milliseconds; use days or weeks.`,
    ];
  }
  return [];
}

/** A dropout is degenerate where it explains nothing, or next to nobody has left. */
function degenerate(
  model: PurchaseModel,
  nbd: PurchaseModel | undefined,
  chosen: PurchaseModel,
  { repeatFrequency, lastPurchaseAge, age }: PurchaseTimes,
): string[] {
  if (nbd === undefined || model.kind !== "beta_geo_nbd") return [];
  const alive = probabilityAlive(model, repeatFrequency, lastPurchaseAge, age);
  const share = mean(alive);
  const gain = model.logLikelihood - nbd.logLikelihood;
  if (2 * gain >= CHI_SQUARED_95 && share < EVERYBODY_ALIVE) return [];
  const instead = chosen.kind === model.kind ? "a regression on features" : familyOf(chosen).name;
  return [
    `The ${familyOf(model).name} dropout is degenerate: it gains ${
      Math.max(0, gain).toFixed(2)
    } in log-likelihood over a model in which ` +
    `nobody leaves, and the mean probability of being alive is ${
      share.toFixed(3)
    }. It does not tell ` +
    `who has left; use ${instead} instead.`,
  ];
}

/** Who bought once is alive for sure in two of the models. */
function oneTimeBuyers(chosen: PurchaseModel, { repeatFrequency }: PurchaseTimes): string[] {
  const share = repeatFrequency.filter((x) => x === 0).length / repeatFrequency.length;
  if (share < MANY || (chosen.kind !== "beta_geo_nbd" && chosen.kind !== "nbd")) return [];
  const why = chosen.kind === "nbd"
    ? "as for everyone"
    : "however long ago that was; MBG/NBD and Pareto/NBD do not assume it";
  return [
    `${formatPercent(share)} of the customers bought once, and ${
      familyOf(chosen).name
    } gives them a ` +
    `probability ` +
    `of being alive of 1, ${why}.`,
  ];
}

function whole(value: number): string {
  return formatNumber(value);
}
