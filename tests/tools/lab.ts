/** Opens JupyterLab on the notebooks with the Deno kernel ready: `lab.ts [JUPYTERLAB OPTION]…`. */
import { jupyterVariables, writeKernelSpec } from "./kernel_spec.ts";
import { exitWith, ROOT } from "./project.ts";
import { ensureEnvironment } from "./python_environment.ts";

await exitWith(async () => {
  const python = await ensureEnvironment([
    "notebooks/requirements.txt",
    "notebooks/requirements-lab.txt",
  ]);
  await writeKernelSpec();
  // Ctrl-C reaches JupyterLab too, which asks whether to stop: wait for its answer.
  Deno.addSignalListener("SIGINT", () => {});
  const lab = new Deno.Command(python, {
    args: [
      ...[
        "-m",
        "jupyterlab",
        `--ServerApp.root_dir=${ROOT}`,
        "--LabApp.default_url=/lab/tree/notebooks",
      ],
      ...Deno.args,
    ],
    cwd: `${ROOT}/notebooks`,
    env: jupyterVariables(),
  }).spawn();
  return (await lab.status).code;
});
