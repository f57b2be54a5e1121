/** Expected revenue of some days with 80 and 95 % intervals. */
interface Amount {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
  readonly existing: number;
  readonly newcomers: number;
}

/** What the business is to take in, as the report shows it. */
export interface ReportForecast {
  readonly kind: "forecast";
  readonly horizon_days: number;
  /** Why this method, in one sentence. */
  readonly because: string;
  readonly months: readonly (Amount & { month: string; days: number; complete: boolean })[];
  readonly total: Amount;
  readonly segments: readonly { readonly segment: string; readonly expected: number }[];
  /** Past months that end on the day of the snapshot, named by their first day. */
  readonly history: readonly { from: string; days: number; revenue: number }[];
  readonly backtest: readonly {
    readonly method: string;
    readonly baseline: boolean;
    readonly mae: number | null;
    readonly wape: number | null;
    readonly mape: number | null;
    readonly mase: number | null;
    readonly bias: number | null;
    readonly coverage_80: number | null;
    readonly coverage_95: number | null;
  }[];
  readonly warnings: readonly string[];
  /** How customers' values were made to add up to it; missing where there are none. */
  readonly reconciliation?: string;
}
