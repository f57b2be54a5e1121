/** A notebook's file with its outputs, as far as it is read here (nbformat 4). */
export interface ExecutedNotebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: string | readonly string[];
    readonly metadata: { readonly tags?: readonly string[] };
    readonly outputs?: readonly {
      readonly text?: string | readonly string[];
      readonly data?: Readonly<Record<string, string | readonly string[]>>;
    }[];
  }[];
}

/** A quoted paragraph that reads an output on certain data, `> _On the demo data_ …`. */
export interface Remark {
  readonly text: string;
  /** What the reader sees above it: the text of the last output before the remark. */
  readonly shown: string;
}

/**
 * Finds the remarks that a notebook makes on certain data.
 *
 * @param notebook An executed notebook.
 * @param data What the remarks begin with, such as `On the demo data`.
 * @returns The remarks in their order, each with the output that it reads.
 */
export function findRemarks(notebook: ExecutedNotebook, data: string): Remark[] {
  let shown = "";
  return notebook.cells.flatMap((cell) => {
    const text = joined(cell.source);
    if (cell.cell_type === "code") {
      shown = visibleText(cell.outputs ?? []) || shown;
      return [];
    }
    return text.split(/\n\s*\n/).filter((paragraph) => paragraph.startsWith(`> _${data}_`))
      .map((paragraph) => ({ text: paragraph.replaceAll(/\n>? */g, " "), shown }));
  });
}

/**
 * Lists what a remark says and its output does not show: every number must be seen there, and
 * every phrase in bold type.
 *
 * @param remark See {@linkcode findRemarks}.
 * @returns The unsupported numbers and phrases.
 */
export function unsupported({ text, shown }: Remark): string[] {
  const bold = [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, phrase]) => phrase);
  const plain = text.replaceAll(/\*\*(.+?)\*\*/g, "").replaceAll(/notebook \d+/g, "");
  const numbers = plain.match(/(?<![\w.,])[−-]?\d+(,\d{3})*(\.\d+)?[KMB]?( %)?/g) ?? [];
  return [
    ...bold.filter((phrase) => !shown.includes(phrase)),
    ...numbers.filter((number) => !containsNumber(shown, number)),
  ];
}

/** Not as a part of a longer number: 17 is not in 17,460 or 0.17. */
function containsNumber(shown: string, number: string): boolean {
  const escaped = number.replaceAll(/[.]/g, "\\.");
  return new RegExp(`(?<![\\d.,])${escaped}(?![\\d]|[.,]\\d)`).test(shown);
}

/** What is read on the screen: neither tags nor the names of drawings, nor what only hovering shows. */
function visibleText(outputs: NonNullable<ExecutedNotebook["cells"][number]["outputs"]>): string {
  const entities: Record<string, string> = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&amp;": "&",
  };
  return outputs.flatMap(({ text, data = {} }) => [text ?? "", ...Object.values(data)])
    .map(joined).join(" ")
    .replaceAll(/<(title|desc)\b.*?<\/\1>/gs, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity])
    .replaceAll(/\s+/g, " ").trim();
}

function joined(text: string | readonly string[]): string {
  return typeof text === "string" ? text : text.join("");
}
