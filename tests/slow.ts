/** Whether only the quick tests are asked for, as `deno task ok` does with `SHOPPER_DATA=none`. */
export const QUICK_ONLY: boolean = Deno.env.get("SHOPPER_DATA") === "none";

/** A test that takes about a second or more: `deno task test` runs it, `deno task ok` does not. */
export function slowTest(name: string, fn: (t: Deno.TestContext) => void | Promise<void>): void {
  Deno.test({ name, fn, ignore: QUICK_ONLY });
}
