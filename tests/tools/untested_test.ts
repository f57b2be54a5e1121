import { assertEquals } from "@std/assert";
import { ROOT } from "./project.ts";
import { holdsBehaviour, untestedModules } from "./untested.ts";

Deno.test("src: every module that does something has a test", () => {
  assertEquals(untestedModules(ROOT), []);
});

Deno.test("holdsBehaviour: functions and statements, but neither types nor constants nor re-exports", () => {
  const does = [
    "export function a() {}",
    "export class A {}",
    "const a = (b: number) => b + 1;",
    "helpWith(createTree);",
    "await main();",
  ];
  const isOnly = [
    'export { a } from "./a.ts";',
    "export interface A {\n  readonly b: (c: number) => string;\n}",
    "export type A = (b: number) => string;",
    "export const A = 7;\nexport interface B {\n  readonly c: () => void;\n}",
  ];
  assertEquals(does.filter((code) => !holdsBehaviour(code)), []);
  assertEquals(isOnly.filter(holdsBehaviour), []);
});
