import { assert, assertEquals } from "@std/assert";
import { sha256Of } from "../../../src/pipeline/output/artifact_files.ts";

const SCRIPT = new URL("one_run.ts", import.meta.url).pathname;

async function oneRun(folder: string, text: string, lastStep?: number) {
  const { signal, success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--no-prompt", "--allow-read", `--allow-write=${folder.replace(/\/out$/, "")}`],
      ...[...(lastStep === undefined ? [] : ["--allow-run"]), SCRIPT, folder, text],
      ...(lastStep === undefined ? [] : [`${lastStep}`]),
    ],
    stdin: "null",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { signal, success, steps: Number(decode(stdout)), stderr: decode(stderr) };
}

/** The text of the run that is whole in a folder. */
function wholeRun(folder: string): string {
  const { text, artifacts } = JSON.parse(Deno.readTextFileSync(`${folder}/manifest.json`));
  for (const { path, sha256 } of artifacts) {
    assertEquals(sha256Of(Deno.readFileSync(`${folder}/${path}`)), sha256, path);
  }
  return text;
}

Deno.test("replaceArtifacts: processes killed at every step leave a whole run, or one that comes back", async () => {
  const first = `${Deno.makeTempDirSync()}/out`;
  await oneRun(first, "old");
  const { steps } = await oneRun(first, "new");
  assert(steps > 10, `${steps}`);
  for (let step = 0; step < steps; step++) {
    const parent = Deno.makeTempDirSync(), folder = `${parent}/out`;
    await oneRun(folder, "old");
    assertEquals((await oneRun(folder, "new", step)).signal, "SIGKILL", `step ${step}`);
    const there = [...Deno.readDirSync(parent)].some(({ name }) => name === "out");
    const text = wholeRun(there ? folder : `${parent}/.out.shopper-spectrum/old`);
    assert(text === "old" || text === "new", text);
    const next = await oneRun(folder, "next");
    assert(next.success, next.stderr);
    assertEquals(wholeRun(folder), "next");
    assertEquals([...Deno.readDirSync(parent)].map(({ name }) => name), ["out"]);
  }
});

Deno.test("replaceArtifacts: twenty runs at once into one folder, each whole, the last one stays", async () => {
  const parent = Deno.makeTempDirSync(), folder = `${parent}/out`;
  const texts = Array.from({ length: 20 }, (_, run) => `run${run}`);
  const runs = await Promise.all(texts.map((text) => oneRun(folder, text)));
  assertEquals(runs.filter(({ success }) => !success).map(({ stderr }) => stderr), []);
  assert(texts.includes(wholeRun(folder)));
  assertEquals([...Deno.readDirSync(parent)].map(({ name }) => name), ["out"]);
});
