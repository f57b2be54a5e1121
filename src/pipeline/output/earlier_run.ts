import { MANIFEST, MANIFEST_KIND, sha256Of } from "./artifact_files.ts";
import { entryAt } from "./disk.ts";

/** What an earlier run of this program left in a folder. */
export interface EarlierRun {
  /** The files that are as it left them, by their paths inside the folder; the manifest too. */
  readonly files: ReadonlySet<string>;
  /** Files that it listed and somebody has changed since. */
  readonly changed: ReadonlySet<string>;
}

const NOTHING: EarlierRun = { files: new Set(), changed: new Set() };

/**
 * Finds out what of a folder is ours: what a manifest of this program lists, as plain files inside
 * the folder, with the hashes that the manifest states. Everything else belongs to somebody else.
 */
export function earlierRun(folder: string): EarlierRun {
  const artifacts = listedArtifacts(folder);
  if (artifacts === undefined) return NOTHING;
  const files = new Set([MANIFEST]), changed = new Set<string>();
  for (const { path, sha256 } of artifacts) {
    if (!isPlainFile(folder, path)) continue;
    const isAsLeft = sha256Of(Deno.readFileSync(`${folder}/${path}`)) === sha256;
    (isAsLeft ? files : changed).add(path);
  }
  return { files, changed };
}

function listedArtifacts(folder: string): { path: string; sha256: string }[] | undefined {
  if (!isPlainFile(folder, MANIFEST)) return undefined;
  let manifest;
  try {
    manifest = JSON.parse(Deno.readTextFileSync(`${folder}/${MANIFEST}`));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const { kind, version } = MANIFEST_KIND;
  if (manifest?.kind !== kind || manifest.version !== version) return undefined;
  if (!Array.isArray(manifest.artifacts)) return undefined;
  return manifest.artifacts.filter((artifact: Record<string, unknown> | null) =>
    typeof artifact?.path === "string" && typeof artifact.sha256 === "string"
  );
}

/** Whether a path leads through real folders to a file, all inside of the folder. */
function isPlainFile(folder: string, path: string): boolean {
  const parts = path.split("/");
  const isInside = parts.every((part) => part !== "" && part !== "." && part !== "..");
  if (!isInside || path.includes("\\") || path.includes("\0")) return false;
  return parts.every((_, i) => {
    const entry = entryAt([folder, ...parts.slice(0, i + 1)].join("/"));
    return i === parts.length - 1 ? entry?.isFile === true : entry?.isDirectory === true;
  });
}
