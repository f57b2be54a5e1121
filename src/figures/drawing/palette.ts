/** The text and line colours that all charts share, on a light background. */
export const INK = {
  /** Titles and values. */
  strong: "#1c2733",
  /** Axis labels and ticks. */
  soft: "#56636f",
  /** Grid lines, and cells without data. */
  faint: "#e4e8ec",
  /** Baselines and reference lines. */
  reference: "#9aa5b1",
} as const;

/**
 * Colours that people with any form of colour blindness can tell apart.
 *
 * Source: Okabe & Ito, Color Universal Design, 2008; the yellow is left out, because it is too
 * light for lines on white.
 */
export const CATEGORIES: readonly string[] = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#e69f00",
  "#56b4e9",
  "#6b4c9a",
  "#3b3b3b",
];

/** The colour of one series, where a chart shows only one. */
export const MAIN = CATEGORIES[0];

/** The four segments of the mission keep their colour on every chart. */
const SEGMENT_COLOURS: Readonly<Record<string, string>> = {
  "High-value customers": "#0072b2",
  "Budget buyers": "#009e73",
  "Infrequent shoppers": "#d55e00",
  "Seasonal spenders": "#e69f00",
};

/** Shades from light to dark for amounts; light ones are still told from an empty cell. */
export const SEQUENTIAL: readonly string[] = [
  "#e3eef9",
  "#bcd9ee",
  "#8cbfe0",
  "#579fce",
  "#2b7dba",
  "#0f5a9c",
  "#083370",
];

/** Shades from below average (orange) over average (white) to above average (blue). */
export const DIVERGING: readonly string[] = [
  "#c8590b",
  "#ee9a52",
  "#fbd5ae",
  "#f7f7f5",
  "#b9d6ea",
  "#6aa7d1",
  "#2170ab",
];

/**
 * Gives every segment its colour: the same on every chart that knows the same segments.
 *
 * @param names Names of the segments, in any order, repetitions allowed.
 * @returns Colour by name; the four names of the mission have fixed colours, others take the
 * remaining ones in alphabetical order.
 */
export function segmentColours(names: readonly string[]): ReadonlyMap<string, string> {
  const fixed = Object.values(SEGMENT_COLOURS);
  const free = CATEGORIES.filter((colour) => !fixed.includes(colour));
  const colours = new Map<string, string>();
  let others = 0;
  for (const name of [...new Set(names)].sort()) {
    colours.set(name, SEGMENT_COLOURS[name] ?? free[others++ % free.length]);
  }
  return colours;
}

/**
 * Gives every model its colour in order of appearance.
 *
 * @param models Names of the models, in the order of the chart.
 */
export function modelColours(models: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    [...new Set(models)].map((model, i) => [model, CATEGORIES[i % CATEGORIES.length]]),
  );
}
