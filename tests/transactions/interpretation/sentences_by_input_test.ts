import { assertEquals } from "@std/assert";
import type { ReadingNote } from "../../../src/transactions/interpretation/reading_note.ts";
import { sentencesByInput } from "../../../src/transactions/interpretation/sentences_by_input.ts";

const notes: readonly ReadingNote[] = [
  { topic: "amounts", sentence: "a.csv: by hand." },
  { topic: "dates", sentence: "Day-first." },
  { topic: "currency", sentence: "b.csv: all in EUR." },
  { topic: "dates", sentence: "Day-first." },
];

Deno.test("sentencesByInput: by input without its name, by topic, equal ones once", () => {
  assertEquals(Object.fromEntries(sentencesByInput(notes, ["a.csv", "b.csv"])), {
    "": ["Day-first."],
    "a.csv": ["by hand."],
    "b.csv": ["all in EUR."],
  });
});

Deno.test("sentencesByInput: where there is one input, all are about it", () => {
  assertEquals(Object.fromEntries(sentencesByInput(notes, ["a.csv"])), {
    "a.csv": ["Day-first.", "b.csv: all in EUR.", "by hand."],
  });
});
