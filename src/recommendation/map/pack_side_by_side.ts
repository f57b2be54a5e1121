/** A place in the plane. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A drawing that is moved as a whole. */
export interface Part {
  readonly places: readonly Place[];
  /** Pairs of places with a line between them. */
  readonly links: readonly (readonly [number, number])[];
}

/** Two parts are at least this far apart. */
const GAP = 1.1;
/** The packing grows this many times faster to the sides than up and down: pages are wide. */
const WIDER = 1.2;
/** Distance between two places that are tried, along the spiral and between its turns. */
const STEP = 0.2;

/**
 * Packs drawings side by side: one after another goes to the free place that is nearest to the
 * middle, along a spiral that is wider than high.
 *
 * @returns The places of each part, moved; no dot or line of one part is nearer than about 1 to a
 * dot of another; the middle of all is (0, 0).
 */
export function packSideBySide(parts: readonly Part[]): Place[][] {
  const taken: Place[] = [];
  const packed = parts.map((part) => {
    const places = centred(part.places);
    const outline = [...places, ...alongLinks(places, part.links)];
    const free = ({ x, y }: Place) =>
      outline.every((own) =>
        taken.every((other) => Math.hypot(own.x + x - other.x, own.y + y - other.y) >= GAP)
      );
    let shift: Place = { x: 0, y: 0 };
    for (let at = 0; !free(shift); at++) shift = spiral(at);
    for (const own of outline) taken.push(moved(own, shift));
    return places.map((own) => moved(own, shift));
  });
  const all = centre(packed.flat());
  return packed.map((places) => places.map((own) => moved(own, { x: -all.x, y: -all.y })));
}

/** Places at equal steps along a spiral of Archimedes. */
function spiral(at: number): Place {
  const angle = Math.sqrt(4 * Math.PI * at);
  const radius = STEP * angle / (2 * Math.PI);
  return { x: WIDER * radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** Points on the links, near enough to one another that no dot fits between two of them. */
function alongLinks(places: readonly Place[], links: Part["links"]): Place[] {
  return links.flatMap(([from, to]) => {
    const [a, b] = [places[from], places[to]];
    const pieces = Math.ceil(Math.hypot(a.x - b.x, a.y - b.y) / (GAP / 2));
    return Array.from({ length: Math.max(0, pieces - 1) }, (_, i) => {
      const share = (i + 1) / pieces;
      return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
    });
  });
}

function centred(places: readonly Place[]): Place[] {
  const { x, y } = centre(places);
  return places.map((place) => moved(place, { x: -x, y: -y }));
}

/** The middle of the box around some places. */
function centre(places: readonly Place[]): Place {
  const middle = (of: "x" | "y") => {
    const values = places.map((place) => place[of]);
    return values.length ? (Math.min(...values) + Math.max(...values)) / 2 : 0;
  };
  return { x: middle("x"), y: middle("y") };
}

function moved(place: Place, by: Place): Place {
  return { x: place.x + by.x, y: place.y + by.y };
}
