import { assertEquals } from "@std/assert";
import { ROOT } from "./project.ts";
import { holdsBehaviour, untestedModules } from "./untested.ts";

Deno.test("src: every module that does something is named by a test, see CONTRIBUTING", () => {
  assertEquals(untestedModules(ROOT), []);
});

Deno.test("untestedModules: a mirror, a test of the room, a test of an importer; types do not do", () => {
  const root = Deno.makeTempDirSync();
  const write = (path: string, text: string) => {
    Deno.mkdirSync(`${root}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(`${root}/${path}`, text);
  };
  const doing = (name: string) => `export function ${name}() {}\n`;
  for (const name of ["mirrored", "taken", "started", "typed", "elsewhere", "forgotten"]) {
    write(`src/a/${name}.ts`, doing(name));
  }
  write("src/a/types.ts", "export interface A {\n  readonly b: (c: number) => string;\n}\n");
  write("src/a/helper.ts", doing("helper"));
  write("src/a/silent.ts", doing("silent"));
  write(
    "src/a/mirrored.ts",
    `import { helper } from "./helper.ts";\nimport "./silent.ts";\n${doing("m")}`,
  );
  write("tests/a/mirrored_test.ts", "// what helper makes\n");
  write(
    "tests/a/b_test.ts",
    `import { taken } from "../../src/a/taken.ts";
import type { A } from "../../src/a/typed.ts";
const worker = import.meta.resolve("../../src/a/started.ts");
`,
  );
  write("tests/b/c_test.ts", 'import { elsewhere } from "../../src/a/elsewhere.ts";\n');
  assertEquals(untestedModules(root), [
    "a/elsewhere.ts",
    "a/forgotten.ts",
    "a/silent.ts",
    "a/typed.ts",
  ]);
});

Deno.test("holdsBehaviour: functions and statements, but neither types nor constants nor re-exports", () => {
  const does = [
    "export function a() {}",
    "export class A {}",
    "const a = (b: number) => b + 1;",
    "helpWith(createTree);",
    "await main();",
    "Deno.exit(1);",
  ];
  const isOnly = [
    'export { a } from "./a.ts";',
    "export interface A {\n  readonly b: (c: number) => string;\n}",
    "export const A = 7;\nexport interface B {\n  readonly c: () => void;\n}",
  ];
  assertEquals(does.filter((code) => !holdsBehaviour(code)), []);
  assertEquals(isOnly.filter(holdsBehaviour), []);
});
