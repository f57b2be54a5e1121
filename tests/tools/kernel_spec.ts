import { ENVIRONMENT } from "./project.ts";

/**
 * Writes the Deno kernel's specification into `.venv`, where Jupyter started from `.venv` finds
 * it; nothing is written to the user's home.
 *
 * The kernel is the very Deno that runs this task, whether or not one is installed.
 */
export async function writeKernelSpec(): Promise<void> {
  const folder = `${ENVIRONMENT}/share/jupyter/kernels/deno`;
  const specification = {
    argv: [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: "Deno",
    language: "typescript",
  };
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(`${folder}/kernel.json`, JSON.stringify(specification, null, 2));
}

/**
 * The environment variables that keep everything Jupyter writes inside `.venv`.
 *
 * @returns Variables to add to a Jupyter process's environment.
 */
export function jupyterVariables(): Record<string, string> {
  const own = `${ENVIRONMENT}/jupyter`;
  return {
    JUPYTER_CONFIG_DIR: `${own}/config`,
    JUPYTER_DATA_DIR: `${own}/data`,
    JUPYTER_RUNTIME_DIR: `${own}/runtime`,
    JUPYTER_PREFER_ENV_PATH: "1",
    IPYTHONDIR: `${own}/ipython`,
  };
}
