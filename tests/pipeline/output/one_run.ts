/** A process that writes a run into a folder: `one_run.ts FOLDER TEXT [STEP]`, and dies at a step. */
import { listArtifacts, MANIFEST_KIND } from "../../../src/pipeline/output/artifact_files.ts";
import { DISK, type Disk } from "../../../src/pipeline/output/disk.ts";
import { replaceArtifacts } from "../../../src/pipeline/output/replace_artifacts.ts";

const [folder, text, last = "Infinity"] = Deno.args;
const bytes = new TextEncoder().encode(text.repeat(100_000));
const files = new Map(["a.csv", "b.csv", "models/c.json"].map((path) => [path, bytes]));
const manifest = JSON.stringify({ ...MANIFEST_KIND, text, artifacts: listArtifacts(files) });
files.set("manifest.json", new TextEncoder().encode(manifest));

let steps = 0;
const mortal = Object.fromEntries(
  Object.entries(DISK).map(([name, work]) => [name, (...words: unknown[]) => {
    if (steps++ === Number(last)) Deno.kill(Deno.pid, "SIGKILL");
    return (work as (...words: unknown[]) => unknown)(...words);
  }]),
) as unknown as Disk;
replaceArtifacts(folder, files, mortal);
console.log(steps);
