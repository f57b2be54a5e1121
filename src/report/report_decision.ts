import type { Campaign, Decision } from "../prediction/targeting/decide.ts";

/** Whom to contact, as the report shows it: without the table of all customers. */
export type ReportDecision = Omit<Decision, "values">;

export type { Campaign as ReportCampaign };
