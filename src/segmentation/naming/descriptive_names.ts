import { capitalise } from "../../words/sentences.ts";

/** Characteristics of a cluster from which its name is made. */
export interface ClusterCharacter {
  /** Effect size (Cliff's delta) of each feature, members against all others, −1 to 1. */
  readonly effects: Readonly<Record<string, number>>;
  /** Spend per customer ÷ that of all customers: above 1, more revenue than its share of customers. */
  readonly relativeSpend: number;
  /** Whether a season is proven, see `seasonEvidence`. */
  readonly seasonal: boolean;
}

/** A cluster's name and what it means. */
export interface SegmentName {
  readonly name: string;
  readonly description: string;
  readonly action: string;
}

/** How customers low or high in a feature are called, described and treated. */
interface Word {
  readonly adjective: string;
  readonly words: string;
  readonly action: string;
}

/** In the order in which adjectives are read; low before high. */
const WORDS: Readonly<Record<string, readonly [low: Word, high: Word]>> = {
  recency_days: [
    {
      adjective: "recent",
      words: "a recent order",
      action: "They are here now: make the next offer while they are.",
    },
    {
      adjective: "lapsed",
      words: "no recent order",
      action: "Ask what keeps them away, and try once to win them back.",
    },
  ],
  frequency: [
    {
      adjective: "occasional",
      words: "few orders",
      action: "Give them a reason for the next order: what goes with the last one.",
    },
    {
      adjective: "repeat",
      words: "more orders than most",
      action: "Reward the habit, and make reordering easy.",
    },
  ],
  average_basket_size: [
    {
      adjective: "small-basket",
      words: "small baskets",
      action: "Raise the basket: bundles and free-postage thresholds.",
    },
    {
      adjective: "large-basket",
      words: "large baskets",
      action: "Offer quantities: price breaks, cases, a contact person.",
    },
  ],
};
const SPEND: readonly [low: Word, high: Word] = [
  {
    adjective: "low spenders",
    words: "low spend",
    action: "Keep contacts cheap; offer what they already like.",
  },
  {
    adjective: "high spenders",
    words: "high spend",
    action: "Look after them: service rather than discounts.",
  },
];

/** A trait below a medium effect is no name; "recent" and "lapsed" take a large one. */
const MEDIUM = 0.33;
const LARGE = 0.474;

/**
 * Names clusters by what they are: the two traits that set each most apart from the others, more
 * where two clusters would have the same name.
 *
 * @returns One name per cluster, all different, such as `Recent large-basket buyers`.
 */
export function descriptiveNames(clusters: readonly ClusterCharacter[]): SegmentName[] {
  const traits = clusters.map(traitsOf);
  let named = traits.map((own, i) => nameOf(own.slice(0, 2), clusters[i]));
  // Where names are the same, a third and a fourth trait may tell them apart.
  for (const more of [3, 4]) {
    named = named.map((name, i) =>
      isShared(name, named) ? nameOf(traits[i].slice(0, more), clusters[i]) : name
    );
  }
  const names = tellApart(named, traits, clusters);
  return names.map((name, i) => ({
    name,
    description: described(traits[i], clusters[i]),
    action: traits[i][0]?.word.action ?? "Look at the profile before spending on them.",
  }));
}

interface Trait {
  readonly feature: string;
  readonly word: Word;
}

/** The traits that are strong enough for a word, the strongest first. */
function traitsOf({ effects, relativeSpend }: ClusterCharacter): Trait[] {
  return Object.entries({ ...WORDS, monetary_value: SPEND })
    .map(([feature, words]) => ({ feature, words, effect: effects[feature] ?? 0 }))
    .filter(({ feature, effect }) =>
      Math.abs(effect) >= (feature === "recency_days" ? LARGE : MEDIUM)
    )
    // Who brings less revenue than the average customer is no high spender.
    .filter(({ feature, effect }) =>
      !(feature === "monetary_value" && effect > 0 && relativeSpend < 1)
    )
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .map(({ feature, words, effect }) => ({ feature, word: words[effect < 0 ? 0 : 1] }));
}

function nameOf(traits: readonly Trait[], { seasonal }: ClusterCharacter): string {
  const adjectives = Object.keys(WORDS).flatMap((feature) =>
    traits.filter((trait) => trait.feature === feature).map(({ word }) => word.adjective)
  );
  const noun = traits.find(({ feature }) => feature === "monetary_value")?.word.adjective;
  if (seasonal) adjectives.unshift("seasonal");
  if (adjectives.length === 0 && noun === undefined) return "Average customers";
  const name = [...adjectives, noun ?? "buyers"].join(" ");
  return capitalise(name);
}

function described(traits: readonly Trait[], { seasonal }: ClusterCharacter): string {
  const words = [
    ...(seasonal ? ["orders in one season of the year"] : []),
    ...traits.map(({ word }) => word.words),
  ];
  if (words.length === 0) return "In nothing far from the typical customer.";
  const last = words.pop();
  return `What sets them apart: ${words.length > 0 ? `${words.join(", ")} and ${last}` : last}.`;
}

function isShared(name: string, names: readonly string[]): boolean {
  return names.indexOf(name) !== names.lastIndexOf(name);
}

/** How the two ends of a feature are compared. */
const COMPARED: Readonly<Record<string, readonly [lower: string, higher: string]>> = {
  recency_days: ["more recent", "less recent"],
  frequency: ["fewer orders", "more orders"],
  average_basket_size: ["smaller baskets", "larger baskets"],
  monetary_value: ["less spend", "more spend"],
};

/** Clusters of the same traits differ by degree: two are compared, more are numbered by spend. */
function tellApart(
  names: readonly string[],
  traits: readonly (readonly Trait[])[],
  clusters: readonly ClusterCharacter[],
): string[] {
  return names.map((name, i) => {
    const own = clusters[i];
    const alike = clusters.filter((_, j) => names[j] === name);
    if (alike.length === 1) return name;
    if (alike.length > 2) {
      const rank = alike.toSorted((a, b) => b.relativeSpend - a.relativeSpend).indexOf(own);
      return `${name} (${rank + 1} by spend)`;
    }
    const other = alike.find((cluster) => cluster !== own)!;
    const difference = (feature: string) =>
      (own.effects[feature] ?? 0) - (other.effects[feature] ?? 0);
    const feature = Object.keys(COMPARED)
      .reduce((a, b) => (Math.abs(difference(b)) > Math.abs(difference(a)) ? b : a));
    if (difference(feature) === 0) return `${name} (${alike.indexOf(own) + 1})`;
    // What is compared is not also said of both: no "recent buyers, less recent".
    const common = nameOf(traits[i].filter((trait) => trait.feature !== feature), own);
    return `${common}, ${COMPARED[feature][difference(feature) < 0 ? 0 : 1]}`;
  });
}
