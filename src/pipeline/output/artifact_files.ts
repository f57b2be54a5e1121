import { createHash } from "node:crypto";

/** Files of one run: path inside the output folder, with `/` between its parts, to content. */
export type ArtifactFiles = ReadonlyMap<string, Uint8Array>;

/** An artefact as the manifest lists it. */
export interface Artifact {
  readonly path: string;
  readonly sha256: string;
}

/** The file that lists all others; a folder without it holds no finished run. */
export const MANIFEST = "manifest.json";

/** The name under which a demo run leaves its lines among the artefacts. */
export const DEMO_FILE = "demo_transactions.csv";

/** How a manifest says that this program wrote it, and which rules it follows. */
export const MANIFEST_KIND = { kind: "shopper-spectrum-run", version: 1 } as const;

/** The models that a run may fit, each in a file of its own in the folder `models`. */
const MODELS = ["churn", "gamma_gamma", "high_spend", "purchases", "revenue", "segmentation"];

/** The names that any run may write. */
const NAMES: readonly string[] = [
  MANIFEST,
  ...["audit.json", "metrics.json", "segments.json", "rejected.csv", "revenue_forecast.csv"],
  ...["customers.csv", "customers.parquet", "recommendations.parquet", "similar_products.parquet"],
  ...["report.html", ...MODELS.map((name) => `models/${name}.json`)],
];

/**
 * Lists the names that a run may write in its output folder, known before it begins.
 *
 * @param inputs The files that it reads; without any it leaves its demo transactions, too.
 */
export function artifactNames(inputs: readonly string[]): readonly string[] {
  return inputs.length > 0 ? NAMES : [...NAMES, DEMO_FILE];
}

/** Lists artefacts with their hashes, sorted by path. */
export function listArtifacts(files: ArtifactFiles): Artifact[] {
  return [...files]
    .map(([path, content]) => ({ path, sha256: sha256Of(content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The SHA-256 of some bytes, in hexadecimal. */
export function sha256Of(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
