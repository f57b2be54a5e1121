/** Sets the project up and runs everything that has to hold; the last line is the count. */
import { allGates, setUp } from "./gates.ts";
import { runGates } from "./run_gates.ts";

Deno.exit(await runGates([setUp, ...allGates]));
