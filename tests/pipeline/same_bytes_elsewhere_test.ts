import { assertEquals } from "@std/assert";
import { transactionsToCsv } from "../../src/transactions/synthesis/csv.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { commandWords } from "../../src/cli/launch.ts";

const shop = transactionsToCsv(synthesizeTransactions({ customers: 30, seed: 7 }).lines);

/** Runs in a folder of its own on a file in it and one outside of it, and reads what is left. */
async function runElsewhere() {
  const [folder, outside] = [Deno.makeTempDirSync(), Deno.makeTempDirSync()];
  Deno.mkdirSync(`${folder}/data`);
  Deno.writeTextFileSync(`${folder}/data/shop.csv`, shop);
  Deno.writeTextFileSync(`${outside}/more.csv`, "date,amount,customer\n2023-05-01,5,7\nsoon,5,8\n");
  const inputs = ["--input", "data/shop.csv", "--input", `${outside}/more.csv`];
  const words = ["start", ...inputs, "--skip-unreadable"];
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: commandWords(words, folder),
    cwd: folder,
    stdin: "null",
  }).output();
  assertEquals(code, 0, new TextDecoder().decode(stderr));
  const read = (name: string) => Deno.readTextFileSync(`${folder}/out/${name}`);
  return {
    manifest: JSON.parse(read("manifest.json")),
    rejected: read("rejected.csv"),
    folder,
    outside,
  };
}

Deno.test("start: two machines leave the same bytes, whatever their folders are called", async () => {
  const [here, there] = [await runElsewhere(), await runElsewhere()];
  assertEquals(here.manifest.artifacts, there.manifest.artifacts);
  assertEquals(here.manifest.inputs, there.manifest.inputs);
  assertEquals(
    here.manifest.inputs.map(({ path, ...file }: { path: string }) => [path, Object.keys(file)]),
    ["data/shop.csv", "more.csv"].map((path) => [path, ["sha256", "rows", "columns"]]),
  );
  const inputs = here.rejected.trim().split("\n").slice(1).map((line) => line.split(",")[0]);
  assertEquals(new Set(inputs), new Set(['"shop.csv"', '"more.csv"']));
  const all = JSON.stringify(here.manifest) + here.rejected;
  for (const folder of [here.folder, here.outside]) assertEquals(all.includes(folder), false);
});
