import { assertEquals } from "@std/assert";
import { askHelper } from "./ask_helper.ts";

Deno.test("helpWith: does what nobody has taken, and says that a job failed", async () => {
  const module = `${Deno.makeTempDirSync()}/worker.ts`;
  const helpWith = import.meta.resolve("../../../src/numeric/threads/help_with.ts");
  Deno.writeTextFileSync(
    module,
    `import { helpWith } from "${helpWith}";
helpWith((added) => (n) => {
  if (n < 0) throw new RangeError("negative");
  return n + added;
});
`,
  );
  const { answers, finished } = await askHelper(`file://${module}`, 10, [
    { job: 5 },
    { job: 6, taken: true },
    { job: -1 },
    { job: 7 },
  ]);
  assertEquals(answers, [
    { number: 0, done: { result: 15 } },
    { number: 2, done: null },
    { number: 3, done: { result: 17 } },
  ]);
  assertEquals(finished, 3);
});
