/**
 * The corners of every line drawn in a colour.
 *
 * @param svg SVG text.
 * @param colour As `#rrggbb`.
 * @returns For each line its points, left and top in pixels.
 */
export function linesOf(svg: string, colour: string): [number, number][][] {
  return [...svg.matchAll(/<g [^>]*stroke="(#\w+)"[^>]*>\s*<path d="M([^"Z]*)"/g)]
    .filter(([, stroke]) => stroke === colour)
    .map(([, , path]) => path.split("L").map((point) => point.split(",").map(Number)))
    .map((points) => points as [number, number][]);
}
