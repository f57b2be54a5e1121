/** Makes a symbolic link; Deno itself would ask for the permission to write everywhere. */
export function symbolicLink(target: string, path: string): void {
  const { success, stderr } = new Deno.Command("bash", {
    args: ["-c", 'ln -s "$0" "$1"', target, path],
  }).outputSync();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
