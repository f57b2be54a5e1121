import { basename, dirname } from "node:path";
import { InputError } from "../../frames/errors.ts";
import { type Disk, entryAt, isMissing, isSameFile } from "./disk.ts";
import { MANIFEST } from "./artifact_files.ts";
import { earlierRun } from "./earlier_run.ts";

/** What is in a workshop beside its lock. */
const NAMES = {
  /** Where the new files wait until all are complete. */
  fresh: "new",
  /** Where the earlier run stands aside while the new one moves in. */
  former: "old",
  /** A file that is written before a run, to see whether there is room. */
  room: "room",
};

/** The paths in the hidden folder beside an output folder in which a run gets its results ready. */
export type Workshop = Readonly<typeof NAMES>;

/** How long a run waits for another one that is writing to the same folder. */
const MOST_SECONDS = 60;

/** Where the workshop of an output folder is. */
export function workshopOf(target: string): string {
  return `${dirname(target)}/.${basename(target)}.shopper-spectrum`;
}

/**
 * Works in the workshop of an output folder, alone: one run at a time holds its lock, which the
 * system takes from a process that ends, however it ends. What a run that was stopped left there is
 * put right first, and nothing is left afterwards.
 *
 * @param target The output folder's real path; it need not exist.
 * @throws {InputError} If another run keeps the lock, or something else has the workshop's name.
 */
export function inWorkshop<T>(target: string, disk: Disk, work: (workshop: Workshop) => T): T {
  const place = workshopOf(target), made: string[] = [];
  const paths = Object.entries(NAMES).map(([key, name]) => [key, `${place}/${name}`]);
  const workshop: Workshop = Object.fromEntries(paths);
  try {
    const lock = lockAt(place, target, disk, made);
    try {
      putRight(target, workshop, disk);
      return work(workshop);
    } finally {
      tryTo(() => putRight(target, workshop, disk));
      // Once more, should the first try have met a fault that passes.
      tryTo(() => putRight(target, workshop, disk));
      // Removed while it is locked: who opened it meanwhile sees that it is no longer there.
      tryTo(() => disk.remove(`${place}/lock`));
      tryTo(() => disk.remove(place));
      lock.close();
    }
  } finally {
    for (const path of made.reverse()) tryTo(() => disk.remove(path)); // if it is empty
  }
}

/**
 * Brings a folder and its workshop into one of two states, whichever step a run was stopped at: the
 * earlier run is in its place, or the new one is and nothing of the earlier one is left.
 */
function putRight(target: string, { fresh, former, room }: Workshop, disk: Disk): void {
  if (entryAt(former)) {
    if (entryAt(target)) settle(former, target, disk);
    else disk.rename(former, target);
  }
  removeAll(fresh, disk);
  removeAll(room, disk);
}

/** Removes an earlier run that a new one has replaced; what others put beside it moves along. */
function settle(former: string, target: string, disk: Disk): void {
  const { files } = earlierRun(former);
  const folders = new Set([...files].flatMap(foldersOf));
  moveAlong(former, target, "", disk, new Set([...files, ...folders]));
  // The manifest goes last: until then it says which files are ours.
  for (const path of [...files].sort(manifestLast)) disk.remove(`${former}/${path}`);
  for (const path of folders) tryTo(() => disk.remove(`${former}/${path}`)); // if it is empty
  moveAlong(former, target, "", disk);
  tryTo(() => disk.remove(former));
  if (entryAt(former)) {
    throw new InputError(
      `${former} holds your files, whose names are taken in ${target}: move them away.`,
    );
  }
}

function manifestLast(a: string, b: string): number {
  return Number(a === MANIFEST) - Number(b === MANIFEST);
}

/** The folders that a path leads through, the innermost first. */
export function foldersOf(path: string): string[] {
  const folder = dirname(path);
  return folder === "." ? [] : [folder, ...foldersOf(folder)];
}

function moveAlong(
  former: string,
  target: string,
  within: string,
  disk: Disk,
  but: ReadonlySet<string> = new Set(),
): void {
  for (const { name } of [...Deno.readDirSync(`${former}/${within}`)]) {
    const path = `${within}${name}`, old = `${former}/${path}`, place = `${target}/${path}`;
    if (but.has(path)) continue;
    const mine = entryAt(old), there = entryAt(place);
    if (there === undefined) disk.rename(old, place);
    else if (isSameFile(mine, there)) disk.remove(old);
    else if (mine?.isDirectory && there.isDirectory) {
      moveAlong(former, target, `${path}/`, disk, but);
      tryTo(() => disk.remove(old)); // if it is empty
    }
  }
}

/** Removes what we made ourselves; a link is removed, not followed. */
function removeAll(path: string, disk: Disk): void {
  const entry = entryAt(path);
  if (entry === undefined) return;
  if (entry.isDirectory) {
    for (const { name } of [...Deno.readDirSync(path)]) removeAll(`${path}/${name}`, disk);
  }
  disk.remove(path);
}

/** Makes a folder and those above it; remembers the ones that were not there. */
export function makeFolders(path: string, disk: Disk, made: string[] = []): void {
  try {
    disk.makeFolder(path);
    made.push(path);
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) return;
    // Asked only now: what lies above the output folder need not be readable.
    if (!isMissing(error) || dirname(path) === path) throw error;
    makeFolders(dirname(path), disk, made);
    makeFolders(path, disk, made);
  }
}

function lockAt(place: string, target: string, disk: Disk, made: string[]): Deno.FsFile {
  checkOurs(place);
  const path = `${place}/lock`;
  for (let waited = 0; waited < 20 * MOST_SECONDS; waited++) {
    makeFolders(place, disk, made);
    const file = openLock(path, disk); // undefined if the folder has just gone with another run
    // A lock that its owner has removed meanwhile keeps nobody else out.
    if (file?.tryLockSync(true) && isSameFile(file.statSync(), entryAt(path))) return file;
    file?.close();
    pause(50);
  }
  throw new InputError(
    `Another run has been writing to ${target} for ${MOST_SECONDS} seconds: wait until it ` +
      `ends, or choose another folder with --output.`,
  );
}

function openLock(path: string, disk: Disk): Deno.FsFile | undefined {
  try {
    return disk.openLock(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A folder of that name that somebody else made is not to be worked in. */
function checkOurs(place: string): void {
  if (isOurs(place)) return;
  throw new InputError(
    `${place} is in the way: a run prepares its results there. Move it, or choose another ` +
      `folder with --output.`,
  );
}

function isOurs(place: string): boolean {
  const entry = entryAt(place);
  if (!entry?.isDirectory) return entry === undefined;
  const names = namesIn(place);
  if (names.length === 0) return true;
  const lock = names.includes("lock") && entryAt(`${place}/lock`);
  // A lock that has just gone went with another run, and the folder with it.
  return lock !== false && (lock === undefined || (lock.isFile && lock.size === 0)) &&
    names.every((name) => ["lock", ...Object.values(NAMES)].includes(name));
}

function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name);
  } catch (error) {
    if (isMissing(error)) return []; // it has just gone
    throw error;
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** While clearing up: the first failure is the one to report. */
function tryTo(clear: () => void): void {
  try {
    clear();
  } catch {
    // what is left does no harm, and the next run clears it
  }
}
