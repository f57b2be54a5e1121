/** Opens JupyterLab on the notebooks with the Deno kernel ready: `lab.ts [JUPYTERLAB OPTION]…`. */
import { jupyterVariables, writeKernelSpec } from "./kernel_spec.ts";
import { ENVIRONMENT, exitWith, ROOT } from "./project.ts";
import { ensureEnvironment } from "./python_environment.ts";

await exitWith(async () => {
  const python = await ensureEnvironment([
    "notebooks/requirements.txt",
    "notebooks/requirements-lab.txt",
  ]);
  await writeKernelSpec();
  await writeSettings();
  // Ctrl-C reaches JupyterLab too, which asks whether to stop: wait for its answer.
  Deno.addSignalListener("SIGINT", () => {});
  const lab = new Deno.Command(python, {
    args: [
      ...["-m", "jupyterlab", "--ServerApp.log_level=WARN", `--ServerApp.root_dir=${ROOT}`],
      "--LabApp.default_url=/lab/tree/notebooks",
      // Deno is the one kernel on offer.
      "--MultiKernelManager.default_kernel_name=deno",
      "--KernelSpecManager.ensure_native_kernel=False",
      "--KernelSpecManager.allowed_kernelspecs=deno",
      // `deno task lab -- --no-browser` hands the dashes on.
      ...Deno.args.filter((argument, index) => index > 0 || argument !== "--"),
    ],
    cwd: `${ROOT}/notebooks`,
    env: jupyterVariables(),
  }).spawn();
  return (await lab.status).code;
});

/** The page itself asks nobody for news or newer versions. */
async function writeSettings(): Promise<void> {
  const folder = `${ENVIRONMENT}/share/jupyter/lab/settings`;
  const settings = {
    "@jupyterlab/apputils-extension:notification": { checkForUpdates: false, fetchNews: "false" },
  };
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(`${folder}/overrides.json`, JSON.stringify(settings, null, 2));
}
