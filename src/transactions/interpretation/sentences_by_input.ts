import type { ReadingNote } from "./reading_note.ts";

/** Topics in the order in which a reader needs them: amounts come after their currency. */
const TOPICS: readonly ReadingNote["topic"][] = [
  "table",
  "columns",
  "dates",
  "customers",
  "currency",
  "orders",
  "amounts",
];

/**
 * Sentences of notes by the input that they are about, which they no longer name.
 *
 * @param notes Notes of all inputs.
 * @param inputs Names of the inputs; where there is only one, every note is about it.
 * @returns Per input its sentences, by topic; under "" those about none of them or about several. Equal
 * sentences stand once. Where a name was taken away, the first letter may be small.
 */
export function sentencesByInput(
  notes: readonly ReadingNote[],
  inputs: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const sentences = new Map<string, Set<string>>();
  const order = ({ topic }: ReadingNote) => TOPICS.indexOf(topic);
  for (const { sentence } of notes.toSorted((a, b) => order(a) - order(b))) {
    const named = inputs.find((input) => sentence.startsWith(`${input}: `));
    const about = named ?? (inputs.length === 1 ? inputs[0] : "");
    const text = named === undefined ? sentence : sentence.slice(named.length + 2);
    sentences.set(about, (sentences.get(about) ?? new Set()).add(text));
  }
  return new Map([...sentences].map(([input, texts]) => [input, [...texts]]));
}
