import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { InputError } from "../transactions/input_error.ts";

/** Files of one run: path inside the output folder to content. */
export type ArtifactFiles = ReadonlyMap<string, Uint8Array>;

/** An artefact as the manifest lists it. */
export interface Artifact {
  readonly path: string;
  readonly sha256: string;
}

const MANIFEST = "manifest.json";
const STAGING = ".partial";

/**
 * Lists artefacts with their hashes, sorted by path.
 *
 * @param files Path to content.
 * @returns One entry per file.
 *
 * @example
 * ```ts
 * import { listArtifacts } from "./replace_artifacts.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [artifact] = listArtifacts(new Map([["a.txt", new TextEncoder().encode("abc")]]));
 * assertEquals(artifact.sha256.slice(0, 8), "ba7816bf");
 * ```
 */
export function listArtifacts(files: ArtifactFiles): Artifact[] {
  return [...files]
    .map(([path, content]) => ({
      path,
      sha256: createHash("sha256").update(content).digest("hex"),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Replaces the artefacts in a folder by those of a new run, whole files only.
 *
 * All files are first written beside their place; only when every one is complete do they move in,
 * the manifest last. A folder without manifest therefore never holds a finished run, files that an
 * earlier run left and this one does not write are removed, and files of others are not touched. If
 * it fails before they move, on a full disk for example, the folder is as it was.
 *
 * @param folder The output folder, made if missing.
 * @param files Path inside the folder to content, `manifest.json` among them.
 * @throws {InputError} If the folder cannot be written, or the disk is full.
 *
 * @example
 * ```ts
 * import { replaceArtifacts } from "./replace_artifacts.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = Deno.makeTempDirSync();
 * const text = new TextEncoder().encode("{}");
 * replaceArtifacts(folder, new Map([["models/a.json", text], ["manifest.json", text]]));
 * assertEquals(Deno.readTextFileSync(`${folder}/models/a.json`), "{}");
 * ```
 */
export function replaceArtifacts(folder: string, files: ArtifactFiles): void {
  const staging = `${folder}/${STAGING}`;
  const made: string[] = [];
  try {
    removeIfThere(staging);
    // All that can need room comes first; from then on there is nothing but moving.
    for (const path of files.keys()) {
      for (const place of [folder, staging]) makeFolder(dirname(`${place}/${path}`), made);
    }
    for (const [path, content] of files) Deno.writeFileSync(`${staging}/${path}`, content);
    const stale = earlierArtifacts(folder).filter((path) => !files.has(path));
    for (const path of [MANIFEST, ...stale]) removeIfThere(`${folder}/${path}`);
    for (const path of [...files.keys()].sort(manifestLast)) {
      Deno.renameSync(`${staging}/${path}`, `${folder}/${path}`);
    }
    removeIfThere(staging);
  } catch (error) {
    tryTo(() => removeIfThere(staging));
    for (const path of made.reverse()) tryTo(() => Deno.removeSync(path)); // if it is empty
    throw new InputError(
      `The results cannot be written to ${folder} (${reasonOf(error)}): ` +
        `choose another folder with --output, or make room.`,
    );
  }
}

/** Makes a folder and those above it; remembers the ones that were not there. */
function makeFolder(path: string, made: string[]): void {
  try {
    Deno.statSync(path);
    return;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  makeFolder(dirname(path), made);
  Deno.mkdirSync(path);
  made.push(path);
}

function earlierArtifacts(folder: string): string[] {
  try {
    const manifest = JSON.parse(Deno.readTextFileSync(`${folder}/${MANIFEST}`));
    const paths: unknown[] = manifest.artifacts.map((artifact: Artifact) => artifact.path);
    return paths.filter((path): path is string => typeof path === "string" && isInside(path));
  } catch {
    return []; // no earlier run, or not a manifest of ours
  }
}

function isInside(path: string): boolean {
  return !path.startsWith("/") && !path.split("/").includes("..");
}

function manifestLast(a: string, b: string): number {
  return Number(a === MANIFEST) - Number(b === MANIFEST) || (a < b ? -1 : 1);
}

function removeIfThere(path: string): void {
  try {
    Deno.removeSync(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** While clearing up: the first failure is the one to report. */
function tryTo(clear: () => void): void {
  try {
    clear();
  } catch {
    // what is left does no harm
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/ \(os error.*/s, "");
}
