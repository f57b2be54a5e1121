import { assert, assertEquals, assertThrows } from "@std/assert";
import { listArtifacts, MANIFEST_KIND } from "../../../src/pipeline/output/artifact_files.ts";
import { checkOutput } from "../../../src/pipeline/output/check_output.ts";
import { DISK, type Disk } from "../../../src/pipeline/output/disk.ts";
import { replaceArtifacts } from "../../../src/pipeline/output/replace_artifacts.ts";
import { workshopOf } from "../../../src/pipeline/output/workshop.ts";
import { symbolicLink } from "../../symbolic_link.ts";
import { InputError } from "../../../src/frames/errors.ts";

const refuses = (folder: string, inputs: readonly string[], sentence: string) =>
  assertThrows(() => checkOutput(folder, inputs), InputError, sentence);

/** A parent folder with a shop's file in it. */
function place() {
  const parent = Deno.makeTempDirSync(), input = `${parent}/shop.csv`, out = `${parent}/out`;
  Deno.writeTextFileSync(input, "a,b\n1,2\n");
  return { parent, input, out };
}

function run(folder: string): void {
  const files = new Map([["customers.csv", new TextEncoder().encode("id\n7\n")]]);
  const manifest = JSON.stringify({ ...MANIFEST_KIND, artifacts: listArtifacts(files) });
  replaceArtifacts(folder, files.set("manifest.json", new TextEncoder().encode(manifest)));
}

Deno.test("checkOutput: a folder that holds an input is refused, whatever the input's name", () => {
  const { parent, input, out } = place();
  refuses(parent, [input], `${input} is an input`);
  run(out);
  refuses(out, [input, `${out}/customers.csv`], "customers.csv is an input inside");
  symbolicLink(`${out}/customers.csv`, `${parent}/link.csv`);
  refuses(out, [`${parent}/link.csv`], "link.csv is an input");
  Deno.linkSync(`${out}/customers.csv`, `${parent}/second_name.csv`);
  refuses(out, [`${parent}/second_name.csv`], "second_name.csv is an input");
  symbolicLink(out, `${parent}/results`);
  refuses(`${parent}/results`, [`${out}/customers.csv`], "is an input");
  refuses(`${parent}/nowhere/../out/.`, [`${out}/customers.csv`], "is an input");
  checkOutput(out, [input]);
  checkOutput(out, [`${parent}/nowhere.csv`]); // the reader says so
  assertEquals(Deno.readTextFileSync(`${out}/customers.csv`), "id\n7\n");
});

Deno.test("checkOutput: an input in what a stopped run left is refused", () => {
  const { out } = place();
  Deno.mkdirSync(`${workshopOf(out)}/new`, { recursive: true });
  Deno.writeTextFileSync(`${workshopOf(out)}/new/shop.csv`, "");
  refuses(out, [`${workshopOf(out)}/new/shop.csv`], "is an input");
});

Deno.test("checkOutput: a name that is taken by what is not ours is refused", () => {
  for (const name of ["report.html", "customers.csv", "manifest.json", "models/churn.json"]) {
    const { input, out } = place();
    Deno.mkdirSync(`${out}/${name}`, { recursive: true });
    refuses(out, [input], `${out}/${name} is not from a run`);
  }
  const { input, out } = place();
  Deno.mkdirSync(out);
  Deno.writeTextFileSync(`${out}/models`, "");
  refuses(out, [input], `${out}/models is not from a run`);
  Deno.removeSync(`${out}/models`);
  Deno.writeTextFileSync(`${out}/demo_transactions.csv`, "");
  refuses(out, [], "demo_transactions.csv is not from a run");
  checkOutput(out, [input]); // which leaves no demo transactions
});

Deno.test("checkOutput: what is no folder of its own is refused", () => {
  const { parent, input, out } = place();
  refuses("", [], "--output is empty");
  refuses(input, [], "is a file");
  refuses(`${input}/x`, [], "cannot be written");
  refuses(".", [], "is the current folder");
  refuses("/", [], "is the current folder");
  refuses(`${parent}/${"x".repeat(300)}`, [], "cannot be written");
  symbolicLink(`${parent}/self`, `${parent}/self`);
  refuses(`${parent}/self`, [], "cannot be written");
  if (Deno.build.os === "linux") {
    refuses("/proc/here/out", [], "cannot be written");
  }
  checkOutput(out, []);
  assertEquals([...Deno.readDirSync(parent)].map(({ name }) => name).sort(), ["self", "shop.csv"]);
});

Deno.test("checkOutput: room is tried before the run, and the place left as it was", () => {
  const { parent, input } = place();
  let bytes = 0;
  const full: Disk = {
    ...DISK,
    writeFile(path, content) {
      bytes = content.length;
      DISK.writeFile(path, content.subarray(0, 10));
      throw new Error("No space left on device (os error 28)");
    },
  };
  assertThrows(
    () => checkOutput(`${parent}/deep/out`, [input], full),
    InputError,
    "(No space left on device): choose another folder",
  );
  assert(bytes >= 2 ** 20);
  const mortal: Disk = { ...full, remove: () => {} };
  assertThrows(() => checkOutput(`${parent}/out`, [input], mortal), InputError);
  assertEquals(Deno.statSync(`${workshopOf(`${parent}/out`)}/room`).size, 10);
  checkOutput(`${parent}/out`, [input]); // what a killed process left is cleared
  assertEquals([...Deno.readDirSync(parent)].map(({ name }) => name), ["shop.csv"]);
});
