/** A text that begins with a day, taken apart. */
export interface DayAndTime {
  readonly day: string;
  /** Seconds since midnight; NaN for what no clock shows, such as 25:00. */
  readonly seconds: number;
  /** As it is written, such as `+0100` or `utc`; absent where there is none. */
  readonly zone?: string;
}

const MERIDIEM = String.raw`(?: ?([ap])\.? ?m\.?)`;
const CLOCK =
  String.raw`(\d{1,2})(?:[:h.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?(?:uhr|uur|h|hrs?))?` +
  `${MERIDIEM}?|${MERIDIEM})`;
/** Names of zones that programs write; what they are is not needed, as the wall clock stays. */
const ZONE_NAMES = "utc|gmt|wet|west|cet|cest|mez|mesz|met|mest|eet|eest|bst|ist|msk|" +
  "est|edt|cst|cdt|mst|mdt|pst|pdt|akst|akdt|hst|brt|brst|art|jst|kst|sgt|hkt|" +
  "aest|aedt|acst|awst|nzst|nzdt|sast";
const OFFSET = String.raw`[+-]\d{1,2}(?::?\d{2})?`;
const ZONE = ` ?(z|(?:${ZONE_NAMES})(?: ?${OFFSET})?|${OFFSET})(?: \\([^)]*\\))?`;
/** Between a day and its time; a colon after a year only, as web servers log. */
const BETWEEN = String
  .raw`(?:t|,? (?:(?:at|um|a(?: las?)?|alle(?: ore)?|as|om|kl\.?|-) )?|(?<=\d{4}):)`;

/** What most files have; the other patterns understand it too, in more time. */
const USUAL = /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}) (\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const DAY_AND_CLOCK = new RegExp(`^(.*?[\\da-z.])${BETWEEN}${CLOCK}(?:${ZONE})?$`);
const COMPACT = new RegExp(
  `^((?:19|20)\\d{6})[t ]?(\\d{2})(\\d{2})(?:(\\d{2})(?:[.,]\\d+)?)?(?:${ZONE})?$`,
);
/** `Mon Jan 5 15:04:05 GMT 2024`, as Unix writes it. */
const YEAR_LAST = new RegExp(
  `^([a-z., ]+\\d{1,2}) (\\d{1,2}:\\d{2}:\\d{2})((?: [a-z]{1,4}| ${OFFSET})?) (\\d{4})$`,
);
const DAY_AND_ZONE = /^(\d{4}[-/.]?\d{2}[-/.]?\d{2}) ?(z|utc|gmt|[+-]\d{2}:\d{2})$/;
const TIME_ONLY = new RegExp(`^${CLOCK}(?:${ZONE})?$`);

/**
 * Takes a day and its time apart.
 *
 * @param text A date in plain letters (see `plainLetters`).
 * @returns See {@linkcode DayAndTime}; without a time it is midnight.
 */
export function dayAndTime(text: string): DayAndTime {
  const usual = USUAL.exec(text);
  if (usual) return { day: usual[1], seconds: secondsOf(usual[2], usual[3], usual[4]) };
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, day, hour, minute, second, zone] = compact;
    return { day, seconds: secondsOf(hour, minute, second), zone };
  }
  const moved = YEAR_LAST.exec(text);
  const dayFirst = moved ? `${moved[1]} ${moved[4]} ${moved[2]}${moved[3]}` : text;
  const clock = DAY_AND_CLOCK.exec(dayFirst);
  if (clock) {
    const [, day, hour, minute, second, half, onlyHalf, zone] = clock;
    return { day, seconds: secondsOf(hour, minute, second, half ?? onlyHalf), zone };
  }
  const zoned = DAY_AND_ZONE.exec(dayFirst);
  return zoned ? { day: zoned[1], seconds: 0, zone: zoned[2] } : { day: dayFirst, seconds: 0 };
}

/**
 * Reads the texts of a column of times: `15:45`, `3:45 PM`, and, where all numbers of the column are
 * so, `1545`, `154500` or the fraction of a day that spreadsheets keep.
 *
 * @param texts Distinct texts in plain letters.
 * @returns Seconds since midnight, NaN where a text is no time.
 */
export function secondsOfDay(texts: readonly string[]): Float64Array {
  const numbers = texts.filter((text) => /^[\d.,]+$/.test(text));
  if (numbers.length > 0 && numbers.every((text) => /^(0?[.,]\d+|0|1[.,]0+)$/.test(text))) {
    return Float64Array.from(texts, (text) => {
      const share = text === "" ? NaN : Number(text.replace(",", "."));
      return share >= 0 && share < 1 ? Math.round(share * 86_400) % 86_400 : NaN;
    });
  }
  const digits = numbers.reduce((most, text) => Math.max(most, text.replace(/\.0$/, "").length), 0);
  return Float64Array.from(texts, (text) => {
    const clock = TIME_ONLY.exec(text.replace(/^.*\d{4}.*[t ](?=\d{1,2}:)/, ""));
    if (clock) return secondsOf(clock[1], clock[2], clock[3], clock[4] ?? clock[5]);
    const whole = /^(\d{1,6})(?:\.0)?$/.exec(text);
    if (!whole) return NaN;
    const [, hour, minute, second] = /^(..)(..)(..)$/.exec(
      digits > 4 ? whole[1].padStart(6, "0") : `${whole[1].padStart(4, "0")}00`,
    )!;
    return secondsOf(hour, minute, second);
  });
}

/** NaN for what no clock shows. 12 AM is midnight. */
function secondsOf(hour: string, minute = "0", second = "0", half?: string): number {
  const h = Number(hour), min = Number(minute), s = Number(second);
  if (h > 23 || min > 59 || s > 59 || (half === "a" && h > 12) || (half === "p" && h === 0)) {
    return NaN;
  }
  const ofDay = half === "a" ? h % 12 : half === "p" && h < 12 ? h + 12 : h;
  return 3600 * ofDay + 60 * min + s;
}
