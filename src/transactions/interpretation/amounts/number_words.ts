/** Small numbers in words, in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const NUMBER_WORDS: ReadonlySet<string> = new Set(
  ("zero one two three four five six seven eight nine ten eleven twelve dozen " +
    "null ein eins eine zwei drei vier funf sechs sieben acht neun zehn elf zwolf dutzend " +
    "un une deux trois quatre cinq sept huit neuf dix onze douze douzaine " +
    "cero uno una dos tres cuatro cinco seis siete ocho nueve diez once doce docena " +
    "um uma dois duas quatro sete oito nove dez doze duzia " +
    "due tre quattro cinque sei sette otto dieci undici dodici dozzina " +
    "nul een twee drie vijf zes zeven negen tien twaalf dozijn").split(" "),
);

/**
 * Names what stands in place of a number.
 *
 * @param text Any text.
 * @returns "a percentage" or "a number in words", or `undefined`.
 */
export function otherThanNumber(text: string): string | undefined {
  if (/\d\s*[%‰]\s*$|^\s*[%‰]\s*\d/.test(text)) return "a percentage";
  const letters = text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return NUMBER_WORDS.has(letters) ? "a number in words" : undefined;
}
