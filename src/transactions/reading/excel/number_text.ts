/**
 * Writes a number of a workbook as the shortest decimal text that gives the same number back.
 *
 * @param stored The number as the file has it, for example `2.5499999999999998`.
 * @returns Its text without exponent (`2.55`, and `17850` for `17850.0`); what is no finite number,
 * such as `1e400`, stays as it is.
 */
export function numberText(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  const text = String(value);
  return text.includes("e") ? withoutExponent(text) : text;
}

function withoutExponent(text: string): string {
  const [, sign, first, others = "", power] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)!;
  const exponent = Number(power);
  return sign +
    (exponent < 0
      ? `0.${"0".repeat(-exponent - 1)}${first}${others}`
      : `${first}${others}`.padEnd(exponent + 1, "0"));
}
