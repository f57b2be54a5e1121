import { capitalise, joinWords } from "../../words/sentences.ts";
import type { MeasureVerdicts } from "./measure_verdicts.ts";
import type { SelectionRow } from "./selection_table.ts";

/** Selection of a number of clusters, with what led to it. */
export interface Choice {
  readonly rows: readonly SelectionRow[];
  readonly chosen: SelectionRow;
  readonly isolating: readonly SelectionRow[];
  readonly unstable: readonly SelectionRow[];
  readonly trusted: readonly SelectionRow[];
  readonly verdicts: MeasureVerdicts;
}

/**
 * Explains the choice of a number of clusters in sentences: what speaks for it, what ruled others
 * out, which measures disagree, and what is not exact.
 */
export function choiceInWords(choice: Choice): string {
  return [
    reason(choice),
    ruledOut(choice),
    disagreement(choice),
    precision(choice),
  ].flat().join(" ");
}

function reason({ chosen, trusted, isolating, rows, verdicts: { elbow } }: Choice): string {
  const { k } = chosen;
  if (trusted.length === 0) {
    return isolating.length === rows.length
      ? `Every number of segments spends some on a few outliers; ${k} segments are the ` +
        `least bad${stabilityOf(chosen)}. Take logarithms or winsorise before believing them.`
      : `No segmentation is both stable and free of mere outliers; ${k} segments are the most ` +
        `stable of those without outliers${stabilityOf(chosen)}, to be read with care.`;
  }
  if (k === elbow) {
    return `${k} segments: the inertia curve bends there${stabilityOf(chosen, ", and ")}.`;
  }
  return `${k} segments: the inertia curve bends at ${elbow}, which fails the checks below; ${k} is ` +
    `the deepest bend among the trusted ones${stabilityOf(chosen)}.`;
}

function stabilityOf({ stability }: SelectionRow, joint?: string): string {
  if (stability === null) return ", though stability was not measured";
  const index = `adjusted Rand index ${stability.toFixed(2)}`;
  return joint ? `${joint}the segments survive resampling (${index})` : ` (${index})`;
}

function ruledOut({ isolating, unstable }: Choice): string[] {
  const sentences: string[] = [];
  if (isolating.length > 0) sentences.push(`Isolating outliers: k = ${listed(isolating)}.`);
  if (unstable.length > 0) sentences.push(`Not stable under resampling: k = ${listed(unstable)}.`);
  return sentences;
}

function disagreement({ rows, chosen, verdicts }: Choice): string[] {
  const sentences: string[] = [];
  const others = ([
    ["the silhouette", "silhouette"],
    ["Calinski–Harabasz", "calinski_harabasz"],
    ["Davies–Bouldin", "davies_bouldin"],
  ] as const).filter(([, measure]) => verdicts[measure] !== chosen.k);
  const favoured = [...new Set(others.map(([, measure]) => verdicts[measure]))];
  for (const k of favoured) {
    const names = others.filter(([, measure]) => verdicts[measure] === k).map(([name]) => name);
    sentences.push(
      `${capitalise(joinWords(names))} ${names.length > 1 ? "prefer" : "prefers"} k = ${k}${
        names.includes("the silhouette") ? silhouettes(rows, k, chosen) : ""
      }.`,
    );
  }
  if (favoured.some((k) => k < chosen.k)) {
    sentences.push("Fewer segments are farther apart but distinguish fewer kinds of customers.");
  }
  if (chosen.gap !== null && verdicts.gap !== chosen.k) {
    sentences.push(
      verdicts.gap === null
        ? `The gap statistic still grows at k = ${rows[rows.length - 1].k}: by it the customers ` +
          `form a continuum, which the segments divide usefully.`
        : `The gap statistic would stop at k = ${verdicts.gap}.`,
    );
  }
  return sentences;
}

function silhouettes(rows: readonly SelectionRow[], k: number, chosen: SelectionRow): string {
  const theirs = rows.find((row) => row.k === k)!.silhouette;
  return ` (silhouette ${theirs.toFixed(2)} against ${chosen.silhouette.toFixed(2)})`;
}

function precision({ chosen: { silhouette_error: error } }: Choice): string[] {
  if (error === 0) return [];
  return [
    `Silhouettes are those of a sample of 10,000 customers` +
    `${error === null ? "" : `, with a standard error of ${error.toFixed(4)}`}.`,
  ];
}

function listed(rows: readonly SelectionRow[]): string {
  return rows.map(({ k }) => k).join(", ");
}
