/**
 * Puts a complaint about options onto one line.
 *
 * @returns The same as one line that names `--help`.
 */
export function oneLine(text: string): string {
  return `${text.trim().replace(/\s*\n\s*/g, " ")} (--help lists the options)\n`;
}
