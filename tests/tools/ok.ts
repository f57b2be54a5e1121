/** Looks at everything that should hold before a commit, in about a minute. */
import { quickGates } from "./gates.ts";
import { runGates } from "./run_gates.ts";

Deno.exit(await runGates(quickGates));
