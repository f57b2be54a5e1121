import { dirname } from "node:path";
import { InputError } from "../../frames/errors.ts";
import { type ArtifactFiles, MANIFEST } from "./artifact_files.ts";
import { DISK, type Disk, entryAt, realFolder } from "./disk.ts";
import { earlierRun } from "./earlier_run.ts";
import { foldersOf, inWorkshop, makeFolders, type Workshop } from "./workshop.ts";

/**
 * Replaces the artefacts in a folder by those of a new run, all at once.
 *
 * The new files are written into a hidden folder beside the output folder, the files of others get
 * a second name there, and then the two folders change places. At whatever step the process ends,
 * the earlier run or the new one is whole in its place, or the next run puts the earlier one back.
 * Only files that an earlier run of this program left, unchanged, are removed. Two runs into one
 * folder follow each other.
 *
 * @param folder The output folder, made if missing.
 * @param files Path inside the folder to content, `manifest.json` among them.
 * @param disk The disk; a test ends a run at each of its steps.
 * @throws {InputError} If a name is taken by what is not ours, the folder cannot be written, or the
 * disk is full.
 *
 * @example
 * ```ts
 * import { replaceArtifacts } from "./replace_artifacts.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const folder = `${Deno.makeTempDirSync()}/out`;
 * const text = new TextEncoder().encode("{}");
 * replaceArtifacts(folder, new Map([["models/a.json", text], ["manifest.json", text]]));
 * assertEquals(Deno.readTextFileSync(`${folder}/models/a.json`), "{}");
 * ```
 */
export function replaceArtifacts(folder: string, files: ArtifactFiles, disk: Disk = DISK): void {
  writing(folder, () => {
    const target = realFolder(folder);
    inWorkshop(target, disk, (workshop) => {
      checkNames(target, [...files.keys()]);
      stage(workshop.fresh, files, disk);
      changePlaces(target, workshop, disk);
    });
  });
}

/**
 * Checks that no name which is to be written is taken by what is not ours.
 *
 * @param folder The output folder's real path; it may be missing.
 * @throws {InputError} If one is.
 */
export function checkNames(folder: string, names: readonly string[]): void {
  const { files, changed } = earlierRun(folder);
  const folders = new Set(names.flatMap(foldersOf));
  for (const name of [...folders, ...names]) {
    const entry = entryAt(`${folder}/${name}`);
    if (entry === undefined || files.has(name)) continue;
    if (entry.isDirectory && folders.has(name)) continue;
    const why = changed.has(name)
      ? "has been changed since the run that wrote it"
      : "is not from a run of this program";
    throw new InputError(
      `${folder}/${name} ${why}: move it away, or choose another folder with --output.`,
    );
  }
}

/** Whatever goes wrong with the disk is one sentence. */
export function writing<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `The results cannot be written to ${folder} (${reasonOf(error)}): ` +
        `choose another folder with --output, or make room.`,
    );
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Deno.errors.NotCapable) return "this program may not write there";
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/ \(os error.*/s, "");
}

/** All that can need room comes first; from then on there is nothing but moving. */
function stage(fresh: string, files: ArtifactFiles, disk: Disk): void {
  disk.makeFolder(fresh);
  for (const [path, content] of files) {
    makeFolders(dirname(`${fresh}/${path}`), disk);
    disk.writeFile(`${fresh}/${path}`, content);
  }
}

function changePlaces(folder: string, { fresh, former }: Workshop, disk: Disk): void {
  const entry = entryAt(folder);
  if (entry === undefined) return disk.rename(fresh, folder);
  if (entry.mode !== null) Deno.chmodSync(fresh, entry.mode & 0o7777);
  linkOthers(folder, fresh, "", earlierRun(folder).files, disk);
  undisturbed(() => {
    disk.rename(folder, former);
    disk.rename(fresh, folder);
  });
}

/**
 * Gives the files of others a second name in the new folder, so that they never leave their place.
 * Where that cannot be, and for whole folders, they move along after the change.
 */
function linkOthers(
  folder: string,
  fresh: string,
  within: string,
  ours: ReadonlySet<string>,
  disk: Disk,
): void {
  for (const { name, isDirectory } of [...Deno.readDirSync(`${folder}/${within}`)]) {
    const path = `${within}${name}`;
    if (ours.has(path) || path === MANIFEST) continue;
    if (!isDirectory) tryToLink(`${folder}/${path}`, `${fresh}/${path}`, disk);
    else if (entryAt(`${fresh}/${path}`)) linkOthers(folder, fresh, `${path}/`, ours, disk);
  }
}

function tryToLink(from: string, to: string, disk: Disk): void {
  try {
    disk.link(from, to);
  } catch {
    // A file system without second names, or more of them than it takes.
  }
}

/** Between the two moves no one who asks the process to end is heard. */
function undisturbed(work: () => void): void {
  const deaf = () => {};
  const signals: readonly Deno.Signal[] = Deno.build.os === "windows"
    ? ["SIGINT"]
    : ["SIGINT", "SIGTERM", "SIGHUP"];
  signals.forEach((signal) => Deno.addSignalListener(signal, deaf));
  try {
    work();
  } finally {
    signals.forEach((signal) => Deno.removeSignalListener(signal, deaf));
  }
}
