/** Collects a text of a workbook from its pieces. */
export interface RichText {
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  /** The text so far, which is then forgotten. */
  take(): string;
}

/**
 * Joins the `<t>` of a shared or inline string, which may stand in formatted runs (ECMA-376 part 1,
 * §18.4.8); how an East Asian text is pronounced (`<rPh>`) is no part of it.
 */
export function createRichText(): RichText {
  let inText = false, inPhonetic = false, collected = "";
  return {
    open(name) {
      if (name === "t") inText = !inPhonetic;
      else if (name === "rPh") inPhonetic = true;
    },
    text(text) {
      if (inText) collected += text;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inPhonetic = false;
    },
    take() {
      const whole = unescaped(collected);
      collected = "";
      return whole;
    },
  };
}

/** What XML cannot hold is written as `_x000D_` (§22.9.2.19). */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}
