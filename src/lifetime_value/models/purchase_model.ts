/** What every fitted purchase model says of its fit. */
export interface PurchaseFit<Name extends string> {
  /** Standard error of each parameter; null where the data do not determine it. */
  readonly standardErrors: Readonly<Record<Name, number | null>>;
  /** At the fitted parameters. */
  readonly logLikelihood: number;
  /** Bayesian information criterion, k·ln n − 2·logLikelihood: smaller is better. */
  readonly bic: number;
  /** Number of customers fitted on. */
  readonly customers: number;
  /** Whether nothing better is near. */
  readonly converged: boolean;
  /** Sentences on what the model cannot tell; none for a sound fit. */
  readonly warnings: readonly string[];
}

/** The NBD model: gamma-distributed purchase rates, and nobody ever leaves. */
export interface NbdParameters {
  readonly kind: "nbd";
  /** Shape of the purchase rates' gamma distribution. */
  readonly r: number;
  /** Rate of the purchase rates' gamma distribution, in units of time. */
  readonly alpha: number;
}

/** The BG/NBD and the MBG/NBD model: customers may leave after a purchase. */
export interface GeometricDropoutParameters {
  /** In the BG/NBD model nobody leaves before a repeat purchase; in the MBG/NBD one may. */
  readonly kind: "beta_geo_nbd" | "modified_beta_geo_nbd";
  /** Shape of the purchase rates' gamma distribution. */
  readonly r: number;
  /** Rate of the purchase rates' gamma distribution, in units of time. */
  readonly alpha: number;
  /** First shape of the dropout probabilities' beta distribution. */
  readonly a: number;
  /** Second shape of the dropout probabilities' beta distribution. */
  readonly b: number;
}

/** The Pareto/NBD model: customers may leave at any time. */
export interface ParetoNbdParameters {
  readonly kind: "pareto_nbd";
  /** Shape of the purchase rates' gamma distribution. */
  readonly r: number;
  /** Rate of the purchase rates' gamma distribution, in units of time. */
  readonly alpha: number;
  /** Shape of the dropout rates' gamma distribution. */
  readonly s: number;
  /** Rate of the dropout rates' gamma distribution, in units of time. */
  readonly beta: number;
}

/** The parameters of any purchase model. */
export type PurchaseParameters = NbdParameters | GeometricDropoutParameters | ParetoNbdParameters;

/** A fitted NBD model: a plain object that can be written as JSON. */
export type NbdModel = NbdParameters & PurchaseFit<"r" | "alpha">;
/** A fitted BG/NBD model: a plain object that can be written as JSON. */
export type BetaGeoNbdModel =
  & GeometricDropoutParameters
  & PurchaseFit<"r" | "alpha" | "a" | "b">
  & {
    readonly kind: "beta_geo_nbd";
  };
/** A fitted MBG/NBD model: a plain object that can be written as JSON. */
export type ModifiedBetaGeoNbdModel =
  & GeometricDropoutParameters
  & PurchaseFit<"r" | "alpha" | "a" | "b">
  & { readonly kind: "modified_beta_geo_nbd" };
/** A fitted Pareto/NBD model: a plain object that can be written as JSON. */
export type ParetoNbdModel = ParetoNbdParameters & PurchaseFit<"r" | "alpha" | "s" | "beta">;

/** Any fitted purchase model. */
export type PurchaseModel = NbdModel | BetaGeoNbdModel | ModifiedBetaGeoNbdModel | ParetoNbdModel;

/** What people call the models. */
export const PURCHASE_MODEL_NAMES: Readonly<Record<PurchaseParameters["kind"], string>> = {
  nbd: "NBD",
  beta_geo_nbd: "BG/NBD",
  modified_beta_geo_nbd: "MBG/NBD",
  pareto_nbd: "Pareto/NBD",
};
