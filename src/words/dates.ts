const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Writes a calendar month such as `2011-11` in words.
 *
 * @param month Year and month as `YYYY-MM`; anything else is returned unchanged.
 */
export function formatMonth(month: string): string {
  const parts = /^(\d{4})-(\d{2})/.exec(month);
  const name = parts ? MONTHS[Number(parts[2]) - 1] : undefined;
  return parts && name ? `${name} ${parts[1]}` : month;
}

/**
 * Writes an ISO date such as `2011-12-10` in words.
 *
 * @param date Year, month and day as `YYYY-MM-DD`, with anything after it ignored; other text is
 * returned unchanged.
 */
export function formatDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  const name = parts ? MONTHS[Number(parts[2]) - 1] : undefined;
  return parts && name ? `${Number(parts[3])} ${name} ${parts[1]}` : date;
}
