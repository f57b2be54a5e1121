import type { Import } from "./imports.ts";

/** What a room of `src` may import. */
export interface Layer {
  /** Rooms, those that its rooms may import included. */
  readonly rooms: ReadonlySet<string>;
  /** Whether it may import types from anywhere. */
  readonly anyTypes: boolean;
}

/**
 * Reads the layers from the table of ARCHITECTURE.md whose last column says what a room knows about:
 * rooms, "types of results", "all of the above", or "nothing".
 *
 * @param text Markdown.
 * @returns Each room's layer.
 *
 * @example
 * ```ts
 * import { readLayers } from "./layers.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const layers = readLayers(
 *   "| `frames/` | columns | nothing |\n| `customers/` | RFM | frames |\n| `report/` | page | customers |\n",
 * );
 * assertEquals([...layers.get("report")!.rooms], ["customers", "frames"]);
 * ```
 */
export function readLayers(text: string): Map<string, Layer> {
  const layers = new Map<string, Layer>();
  for (const [, cell, knows] of text.matchAll(/^\| *(`[^|]*\/`[^|]*)\|[^|]*\|([^|]*)\|$/gm)) {
    const words = knows.split(",").map((word) => word.trim());
    const named = words.flatMap((word) => word === "all of the above" ? [...layers.keys()] : word);
    const rooms = named.flatMap((room) => [room, ...layers.get(room)?.rooms ?? []]);
    const layer = {
      rooms: new Set(rooms.filter((room) => layers.has(room))),
      anyTypes: words.includes("types of results"),
    };
    for (const [, room] of cell.matchAll(/`(\w+)\/`/g)) layers.set(room, layer);
  }
  return layers;
}

/**
 * The imports that a room's layer does not allow. Modules beside the rooms may import anything.
 *
 * @param imports Of the modules below `src`.
 * @param layers Each room's layer.
 * @returns One line per import: `room/file.ts imports other/file.ts`.
 */
export function againstTheLayers(
  imports: readonly Import[],
  layers: ReadonlyMap<string, Layer>,
): string[] {
  return imports.filter(({ from, to, typesOnly }) => {
    if (!from.includes("/") || roomOf(from) === roomOf(to)) return false;
    const layer = layers.get(roomOf(from));
    return !(layer?.rooms.has(roomOf(to)) || layer?.anyTypes && typesOnly);
  }).map(({ from, to }) => `${from} imports ${to}`);
}

/**
 * Circles of modules that import one another, if only for types.
 *
 * @param imports Of all modules.
 * @returns One line per circle: `a.ts → b.ts → a.ts`.
 *
 * @example
 * ```ts
 * import { importCircles } from "./layers.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const imports = [["a.ts", "b.ts"], ["b.ts", "c.ts"], ["c.ts", "b.ts"]];
 * assertEquals(importCircles(imports.map(([from, to]) => ({ from, to, typesOnly: true }))), [
 *   "b.ts → c.ts → b.ts",
 * ]);
 * ```
 */
export function importCircles(imports: readonly Import[]): string[] {
  const targets = Map.groupBy(imports, ({ from }) => from);
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (module: string, path: readonly string[]) => {
    const start = path.indexOf(module);
    if (start >= 0) circles.push([...path.slice(start), module].join(" → "));
    if (start >= 0 || done.has(module)) return;
    for (const { to } of targets.get(module) ?? []) walk(to, [...path, module]);
    done.add(module);
  };
  for (const module of targets.keys()) walk(module, []);
  return circles;
}

function roomOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}
