import type { OfferTask } from "../../pipeline/offer.ts";
import type * as metrics from "../../pipeline/metrics_json.ts";

/** A leaderboard as far as it is shown: what was not measured may be missing. */
type Shown<
  Task extends {
    readonly kind: string;
    readonly customers: number;
    readonly models: readonly { readonly model: string; readonly baseline: boolean }[];
  },
> =
  & Pick<Task, "kind" | "customers">
  & Partial<Omit<Task, "kind" | "customers" | "models">>
  & {
    readonly models: readonly (
      & Pick<Task["models"][number], "model" | "baseline">
      & Partial<Task["models"][number]>
    )[];
  };

/** The leaderboard of a yes-or-no question. */
export type ShownClassification = Shown<metrics.ClassificationTask>;

/** The leaderboard of an amount. */
export type ShownRegression = Shown<metrics.RegressionTask>;

/** The leaderboard of an order of products. */
export type ShownRanking = Shown<OfferTask>;
