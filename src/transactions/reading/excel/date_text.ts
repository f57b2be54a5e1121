const DAY = 86_400;
/** Days from each system's epoch to 1970, and the serial number after 31 December 9999. */
const SYSTEMS = {
  1900: { days: 25_569, end: 2_958_466 },
  1904: { days: 24_107, end: 2_957_004 },
};

/**
 * Writes a serial date of a workbook as ISO text (ECMA-376 part 1, §18.17.4).
 *
 * The 1900 system takes 1900 for a leap year. Serials below 60 are right for Excel's calendar; 60
 * itself, a 29 February that never was, becomes 28 February, as in openpyxl.
 *
 * @param serial Days since the epoch; the fraction is the time of day, rounded to the second.
 * @returns `YYYY-MM-DD HH:MM:SS`; `HH:MM:SS` below one day; `undefined` where there is no such date.
 */
export function serialDateText(serial: number, system: 1900 | 1904): string | undefined {
  const { days, end } = SYSTEMS[system];
  const seconds = Math.round(serial * DAY);
  if (!(serial >= 0 && seconds < end * DAY)) return undefined;
  if (seconds < DAY) return iso(seconds).slice(11);
  const leapDay = system === 1900 && serial < 60 ? 1 : 0;
  return iso(seconds + (leapDay - days) * DAY);
}

/**
 * Writes a cell's ISO 8601 date, which a strict workbook may have, in the same way.
 *
 * @param stored For example `2010-12-01T08:26:00`.
 * @returns `YYYY-MM-DD HH:MM:SS`; any other text as it is.
 */
export function isoDateText(stored: string): string {
  const plain = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(\.\d+)?)?)?Z?$/.exec(stored.trim());
  if (!plain) return stored;
  const [, day, time = "00:00", second = "00", fraction = "0"] = plain;
  const start = Date.parse(`${day}T${time}:${second}Z`);
  return Number.isNaN(start) ? stored : iso(start / 1000 + Math.round(Number(fraction)));
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
}
