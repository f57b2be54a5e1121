import { dirname } from "node:path";
import { InputError } from "../../frames/errors.ts";
import { artifactNames } from "./artifact_files.ts";
import { DISK, type Disk, entryAt, isSameFile, realFolder } from "./disk.ts";
import { earlierRun } from "./earlier_run.ts";
import { checkNames, writing } from "./replace_artifacts.ts";
import { inWorkshop, workshopOf } from "./workshop.ts";

/** Bytes that are tried before a run: half of what its inputs take, within these bounds. */
const LEAST_ROOM = 4 * 2 ** 20, MOST_ROOM = 256 * 2 ** 20;

/**
 * Makes sure, before anything is read, that a run can leave its results in a folder and that no
 * input, and no file of anybody else, can come to harm by it.
 *
 * @throws {InputError} If the folder holds an input, is a file, the folder that the process works
 * in or above it; if a name that the run writes is taken; if it cannot be written or has no room.
 */
export function checkOutput(folder: string, inputs: readonly string[], disk: Disk = DISK): void {
  if (folder === "") throw new InputError("--output is empty: name a folder for the results.");
  writing(folder, () => {
    const target = realFolder(folder), names = artifactNames(inputs);
    checkInputs(folder, target, inputs, names);
    checkPlace(folder, target);
    inWorkshop(target, disk, ({ room }) => {
      checkIsNoMount(folder, target);
      // Only now is what an earlier run was stopped at put right.
      checkNames(target, names);
      disk.writeFile(room, new Uint8Array(roomFor(inputs)));
    });
  });
}

function checkInputs(
  folder: string,
  target: string,
  inputs: readonly string[],
  names: readonly string[],
): void {
  const written = [...names, ...earlierRun(target).files]
    .map((name) => entryAt(`${target}/${name}`));
  for (const input of inputs) {
    const real = realPathOf(input);
    if (real === undefined) continue; // the reader says what is wrong with it
    const info = Deno.statSync(input);
    const isInside = [target, workshopOf(target)].some((place) =>
      real === place || real.startsWith(`${place}/`)
    );
    if (isInside || written.some((entry) => isSameFile(entry, info))) {
      throw new InputError(
        `${input} is an input inside ${folder}, whose files a run replaces: choose another ` +
          `folder with --output.`,
      );
    }
  }
}

function realPathOf(path: string): string | undefined {
  try {
    return Deno.realPathSync(path);
  } catch {
    return undefined;
  }
}

function checkPlace(folder: string, target: string): void {
  const entry = entryAt(target);
  if (entry !== undefined && !entry.isDirectory) {
    throw new InputError(`${folder} is a file: name a folder with --output.`);
  }
  const isAbove = `${Deno.cwd()}/`.startsWith(`${target}/`);
  if (isAbove || dirname(target) === target) {
    throw new InputError(
      `${folder} is the current folder, or one above it, and a run replaces its output folder: ` +
        `name a separate folder with --output.`,
    );
  }
}

function checkIsNoMount(folder: string, target: string): void {
  const entry = entryAt(target);
  if (entry !== undefined && entry.dev !== entryAt(workshopOf(target))?.dev) {
    throw new InputError(
      `${folder} is a mounted disk, which cannot be replaced as a whole: name a folder inside it, ` +
        `such as ${folder}/results, with --output.`,
    );
  }
}

/** Only what is really written shows a limit or a quota, and the workshop is cleared afterwards. */
function roomFor(inputs: readonly string[]): number {
  const taken = inputs.reduce((sum, input) => {
    return sum + (realPathOf(input) === undefined ? 0 : 512 * (Deno.statSync(input).blocks ?? 0));
  }, 0);
  return Math.min(MOST_ROOM, Math.max(LEAST_ROOM, Math.ceil(taken / 2)));
}
