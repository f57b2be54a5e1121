import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  listArtifacts,
  MANIFEST_KIND,
  sha256Of,
} from "../../../src/pipeline/output/artifact_files.ts";
import { DISK, type Disk } from "../../../src/pipeline/output/disk.ts";
import { checkNames, replaceArtifacts } from "../../../src/pipeline/output/replace_artifacts.ts";
import { workshopOf } from "../../../src/pipeline/output/workshop.ts";
import { symbolicLink } from "../../symbolic_link.ts";
import { InputError } from "../../../src/frames/errors.ts";
import { slowTest } from "../../slow.ts";

function files(contents: Record<string, string>): Map<string, Uint8Array> {
  const encoded = new Map(
    Object.entries(contents).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );
  const manifest = JSON.stringify({ ...MANIFEST_KIND, artifacts: listArtifacts(encoded) });
  return encoded.set("manifest.json", new TextEncoder().encode(manifest));
}

const EARLIER = files({
  "a.json": "1",
  "b.json": "1",
  "models/old.json": "1",
  "models/m.json": "1",
});
const LATER = files({ "a.json": "2", "c.json": "2", "models/m.json": "2" });
const OTHERS = { "notes.txt": "mine", "models/mine.json": "mine", "deep/er/notes.txt": "mine" };

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

/** All files below a folder: path to text. */
function contents(folder: string, within = ""): Record<string, string> {
  const entries = [...Deno.readDirSync(`${folder}/${within}`)];
  return Object.fromEntries(entries.flatMap(({ name, isDirectory }): [string, string][] => {
    const path = `${within}${name}`;
    if (isDirectory) return Object.entries(contents(folder, `${path}/`));
    return [[path, Deno.readTextFileSync(`${folder}/${path}`)]];
  }));
}

function written(run: Map<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries(
    [...run].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  );
}

/** Like strings, whatever the order of the keys. */
const sorted = (texts: Record<string, string>) =>
  JSON.stringify(Object.entries(texts).sort(([a], [b]) => a < b ? -1 : 1));

function putOthers(folder: string): void {
  for (const [path, text] of Object.entries(OTHERS)) {
    Deno.mkdirSync(`${folder}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(`${folder}/${path}`, text);
  }
}

/** A disk that fails at one step; a process that is killed comes to no step after it. */
function failingDisk(at: number, kind: "fault" | "kill"): Disk & { steps: number } {
  const disk = {
    steps: 0,
  } as Disk & { steps: number };
  const step = <T>(work: () => T): T => {
    const now = disk.steps++;
    if (now === at || (kind === "kill" && now > at)) throw new Error("No space left on device");
    return work();
  };
  return Object.assign(
    disk,
    {
      makeFolder: (path, mode) => step(() => DISK.makeFolder(path, mode)),
      writeFile: (path, content) => {
        // A process that is killed while it writes leaves half a file.
        if (kind === "kill" && disk.steps === at) DISK.writeFile(path, content.subarray(1));
        step(() => DISK.writeFile(path, content));
      },
      openLock: (path) => step(() => DISK.openLock(path)),
      rename: (from, to) => step(() => DISK.rename(from, to)),
      link: (from, to) => step(() => DISK.link(from, to)),
      remove: (path) => step(() => DISK.remove(path)),
    } satisfies Disk,
  );
}

function killed(folder: string, at: number): void {
  try {
    replaceArtifacts(folder, LATER, failingDisk(at, "kill"));
  } catch {
    // Nobody hears what a killed process says.
  }
}

/** A folder with an earlier run and files of others. */
function occupied(): string {
  const folder = `${Deno.makeTempDirSync()}/out`;
  replaceArtifacts(folder, EARLIER);
  putOthers(folder);
  return folder;
}

function stepsOf(folder: string): number {
  const disk = failingDisk(Infinity, "fault");
  replaceArtifacts(folder, LATER, disk);
  return disk.steps;
}

Deno.test("replaceArtifacts: a new run replaces the earlier one as a whole", () => {
  const folder = `${Deno.makeTempDirSync()}/deep/out`;
  replaceArtifacts(folder, EARLIER);
  putOthers(folder);
  const { ino } = Deno.statSync(`${folder}/notes.txt`);
  replaceArtifacts(folder, LATER);
  assertEquals(contents(folder), { ...written(LATER), ...OTHERS });
  assertEquals(Deno.statSync(`${folder}/notes.txt`).ino, ino);
  assertEquals(names(folder.replace(/\/out$/, "")), ["out"]);
});

Deno.test("replaceArtifacts: a folder of models that no longer has any goes", () => {
  const folder = `${Deno.makeTempDirSync()}/out`;
  replaceArtifacts(folder, EARLIER);
  replaceArtifacts(folder, files({ "a.json": "2" }));
  assertEquals(names(folder), ["a.json", "manifest.json"]);
});

Deno.test("replaceArtifacts: a fault at any step leaves the earlier run and nothing else", () => {
  const steps = stepsOf(occupied());
  assert(steps > 20, `${steps} steps`);
  for (let at = 0; at < steps; at++) {
    const folder = occupied();
    try {
      replaceArtifacts(folder, LATER, failingDisk(at, "fault"));
    } catch (error) {
      assert(error instanceof InputError, String(error));
    }
    const found = sorted(contents(folder));
    const isOld = found === sorted({ ...written(EARLIER), ...OTHERS });
    const isNew = found === sorted({ ...written(LATER), ...OTHERS });
    assert(isOld || isNew, `step ${at}: ${names(folder)}`);
    replaceArtifacts(folder, LATER);
    assertEquals(contents(folder), { ...written(LATER), ...OTHERS }, `step ${at}`);
    assertEquals(names(folder.replace(/\/out$/, "")), ["out"], `step ${at}`);
  }
});

slowTest(
  "replaceArtifacts: a kill at any step leaves one whole run; the next run puts all right",
  () => {
    const steps = stepsOf(occupied());
    let missing = 0;
    for (let at = 0; at < steps; at++) {
      const folder = occupied(), former = `${workshopOf(folder)}/old`;
      killed(folder, at);
      // Between the two moves the earlier run stands beside its place, whole.
      const place = names(folder.replace(/\/out$/, "")).includes("out") ? folder : former;
      if (place === former) missing++;
      const found = contents(place);
      const whole = [EARLIER, LATER].map(written).filter((run) =>
        Object.entries(run).every(([path, text]) => found[path] === text)
      );
      assertEquals(whole.length, 1, `step ${at}: ${Object.keys(found)}`);
      const manifest = JSON.parse(found["manifest.json"]);
      const others = Object.keys(found).filter((path) =>
        path !== "manifest.json" && !(path in OTHERS)
      );
      assertEquals(manifest.artifacts.length, others.length, `step ${at}: ${others}`);
      // Single files never leave their place; a whole folder may follow a moment later.
      assertEquals([found["notes.txt"], found["models/mine.json"]], ["mine", "mine"], `step ${at}`);
      replaceArtifacts(folder, LATER);
      assertEquals(contents(folder), { ...written(LATER), ...OTHERS }, `step ${at}`);
      assertEquals(names(folder.replace(/\/out$/, "")), ["out"], `step ${at}`);
    }
    assertEquals(missing, 1);
  },
);

Deno.test("replaceArtifacts: a kill at any step of a first run leaves no half of it", () => {
  const parent = Deno.makeTempDirSync();
  const disk = failingDisk(Infinity, "fault");
  replaceArtifacts(`${parent}/out`, LATER, disk);
  for (let at = 0; at < disk.steps; at++) {
    const folder = `${Deno.makeTempDirSync()}/out`;
    killed(folder, at);
    const isThere = names(folder.replace(/\/out$/, "")).includes("out");
    if (isThere) assertEquals(contents(folder), written(LATER), `step ${at}`);
    replaceArtifacts(folder, LATER);
    assertEquals(contents(folder), written(LATER), `step ${at}`);
  }
});

Deno.test("replaceArtifacts: only a manifest of this program says what is ours", () => {
  const lists: [string, unknown][] = [
    ["foreign manifest", { artifacts: [{ path: "precious.txt" }] }],
    ["another version", { ...MANIFEST_KIND, version: 99, artifacts: [{ path: "precious.txt" }] }],
    ["no JSON object", [1]],
  ];
  for (const [name, manifest] of lists) {
    const folder = Deno.makeTempDirSync();
    Deno.writeTextFileSync(`${folder}/precious.txt`, "mine");
    Deno.writeTextFileSync(`${folder}/manifest.json`, JSON.stringify(manifest));
    const before = contents(folder);
    assertThrows(() => replaceArtifacts(folder, LATER), InputError, "is not from a run", name);
    assertEquals(contents(folder), before, name);
  }
});

Deno.test("replaceArtifacts: what a manifest lists is ours only inside, as a plain file, unchanged", () => {
  const parent = Deno.makeTempDirSync(),
    folder = `${parent}/out`,
    elsewhere = `${parent}/elsewhere`;
  Deno.mkdirSync(`${folder}/deep`, { recursive: true });
  Deno.mkdirSync(elsewhere);
  const precious = new TextEncoder().encode("mine"), sha256 = sha256Of(precious);
  for (const path of [`${parent}/x`, `${elsewhere}/x`, `${folder}/edited.csv`, `${folder}/kept`]) {
    Deno.writeFileSync(path, precious);
  }
  symbolicLink(elsewhere, `${folder}/link`);
  symbolicLink(`${elsewhere}/x`, `${folder}/file_link`);
  const artifacts = [
    ".",
    "",
    "..",
    "../x",
    `${parent}/x`,
    "link/x",
    "link",
    "file_link",
    "deep",
    "./kept",
  ]
    .map((path) => ({ path, sha256 }));
  const edited = { path: "edited.csv", sha256: "0".repeat(64) };
  Deno.writeTextFileSync(
    `${folder}/manifest.json`,
    JSON.stringify({ ...MANIFEST_KIND, artifacts: [...artifacts, edited, null, { path: 1 }] }),
  );
  replaceArtifacts(folder, LATER);
  assertEquals(names(parent), ["elsewhere", "out", "x"]);
  assertEquals(contents(elsewhere), { x: "mine" });
  assertEquals(
    names(folder),
    [
      ...["a.json", "c.json", "deep", "edited.csv", "file_link", "kept"],
      "link",
      "manifest.json",
      "models",
    ],
  );
  assertEquals(Deno.readTextFileSync(`${folder}/link/x`), "mine");
});

Deno.test("replaceArtifacts: an artefact that somebody has changed is not overwritten", () => {
  const folder = `${Deno.makeTempDirSync()}/out`;
  replaceArtifacts(folder, EARLIER);
  Deno.writeTextFileSync(`${folder}/a.json`, "edited");
  assertThrows(() => replaceArtifacts(folder, LATER), InputError, "a.json has been changed since");
  assertEquals(Deno.readTextFileSync(`${folder}/a.json`), "edited");
});

Deno.test("replaceArtifacts: a folder of somebody else's in the workshop's place is not touched", () => {
  const folder = `${Deno.makeTempDirSync()}/out`, place = workshopOf(folder);
  for (const path of [".partial", "new"]) {
    Deno.mkdirSync(place, { recursive: true });
    Deno.writeTextFileSync(`${place}/${path}`, "mine");
    assertThrows(() => replaceArtifacts(folder, LATER), InputError, "is in the way");
    assertEquals(contents(place), { [path]: "mine" });
    Deno.removeSync(place, { recursive: true });
  }
  Deno.writeTextFileSync(place, "mine");
  assertThrows(() => replaceArtifacts(folder, LATER), InputError, "is in the way");
  assertEquals(Deno.readTextFileSync(place), "mine");
});

Deno.test("replaceArtifacts: through a link the folder behind it is replaced", () => {
  const parent = Deno.makeTempDirSync();
  symbolicLink(`${parent}/real`, `${parent}/out`);
  replaceArtifacts(`${parent}/out`, EARLIER);
  replaceArtifacts(`${parent}/out`, LATER);
  assert(Deno.lstatSync(`${parent}/out`).isSymlink);
  assertEquals(contents(`${parent}/real`), written(LATER));
});

Deno.test("checkNames: checks that no name which is to be written is taken by what is not ours", () => {
  const folder = Deno.makeTempDirSync();
  Deno.writeTextFileSync(`${folder}/report.html`, "mine");
  assertThrows(() => checkNames(folder, ["report.html"]), Error, "is not from a run");
});
