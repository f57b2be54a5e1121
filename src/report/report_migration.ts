import type { FollowedSegments } from "../segmentation/follow_segments.ts";

/** Who moved between the segments in the horizon before the snapshot. */
export type ReportMigration = Omit<FollowedSegments, "share_same_by_older_model">;
