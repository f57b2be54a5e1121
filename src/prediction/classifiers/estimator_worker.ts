/**
 * A thread that helps with fits: see `classifier_fits.ts`.
 *
 * @module
 */
import { helpWith } from "../../numeric/threads/help_with.ts";
import { runEstimatorJob } from "./estimator_job.ts";

helpWith(() => runEstimatorJob);
