import { basename, dirname, resolve } from "node:path";

/** The steps that change a disk, so that a test can end a run at each of them. */
export interface Disk {
  makeFolder(path: string, mode?: number): void;
  /** Writes a new file and waits until the disk has it. */
  writeFile(path: string, content: Uint8Array): void;
  /** Opens a file for a lock, made if it is not there. */
  openLock(path: string): Deno.FsFile;
  rename(from: string, to: string): void;
  /** Gives a file a second name. */
  link(from: string, to: string): void;
  /** Removes a file or an empty folder. */
  remove(path: string): void;
}

/** The real disk. */
export const DISK: Disk = {
  makeFolder: (path, mode) => Deno.mkdirSync(path, { mode }),
  writeFile(path, content) {
    const file = Deno.openSync(path, { write: true, createNew: true });
    try {
      for (let written = 0; written < content.length;) {
        written += file.writeSync(content.subarray(written));
      }
      file.syncDataSync();
    } finally {
      file.close();
    }
  },
  openLock: (path) => Deno.openSync(path, { read: true, write: true, create: true }),
  rename: (from, to) => Deno.renameSync(from, to),
  link: (from, to) => Deno.linkSync(from, to),
  remove: (path) => Deno.removeSync(path),
};

/**
 * What stands at a path, a symbolic link being a link.
 *
 * @returns Its information, or `undefined` if nothing is there.
 */
export function entryAt(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.lstatSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether two paths' information is of one and the same file. */
export function isSameFile(a: Deno.FileInfo | undefined, b: Deno.FileInfo | undefined): boolean {
  return a !== undefined && b !== undefined && a.ino !== null && a.ino === b.ino && a.dev === b.dev;
}

/** Whether an error says that a path, or a folder on the way to it, is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory;
}

/**
 * The path of a folder without links, whether or not it is there.
 *
 * @returns An absolute path; what is not there yet is taken by its name.
 */
export function realFolder(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch (error) {
    // What lies above the output folder need not be readable.
    if (error instanceof Deno.errors.NotCapable) return resolve(path);
    if (!isMissing(error)) throw error;
    const parent = dirname(path);
    // A link to a folder that is not there, perhaps because a run was stopped.
    if (entryAt(path)?.isSymlink) return realFolder(resolve(parent, Deno.readLinkSync(path)));
    return resolve(realFolder(parent), basename(path));
  }
}
