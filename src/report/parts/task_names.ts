import type { Metrics } from "../../pipeline/metrics_json.ts";

/** What a task of metrics.json is called for people. */
export interface TaskName {
  /** Key in metrics.json. */
  readonly key: Exclude<keyof Metrics["tasks"], "repeat_purchases" | "revenue_forecast">;
  /** The question it answers. */
  readonly question: string;
  /** Caption of its leaderboard, given the horizon in days. */
  readonly caption: (horizonDays: number) => string;
}

/** The tasks in the order of the report. */
export const TASK_NAMES: readonly TaskName[] = [
  {
    key: "churn",
    question: "Who will not come back?",
    caption: (days) => `Churn: no order in the next ${days} days`,
  },
  {
    key: "high_spend",
    question: "Who will spend most?",
    caption: (days) => `High spend: among the biggest spenders of the next ${days} days`,
  },
  {
    key: "revenue",
    question: "How much will they spend?",
    caption: (days) => `Spend per customer in the next ${days} days`,
  },
  {
    key: "recommendation_new_items",
    question: "Which new products will they like?",
    caption: () => "Recommending products new to the customer",
  },
  {
    key: "recommendation_all_items",
    question: "What will they buy next?",
    caption: () => "Recommending any product, including those bought before",
  },
];
