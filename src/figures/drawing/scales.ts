import { formatPercent, formatShort } from "../../words/numbers.ts";

/** The vertical scale of amounts: from 0, with grid lines and short numbers. */
export function amountScale(label: string) {
  return {
    label: `↑ ${label}`,
    labelArrow: "none",
    grid: true,
    ticks: 5,
    tickFormat: formatShort,
    zero: true,
  } as const;
}

/** The horizontal scale of bars that are shares of a whole. */
export function shareScale(bars: readonly { readonly share: number }[], narrow: boolean) {
  return {
    domain: [0, Math.max(...bars.map((bar) => bar.share), 0.01)],
    label: "share of total →",
    labelArrow: "none",
    grid: true,
    ticks: narrow ? 3 : 5,
    tickFormat: (share: number) => formatPercent(share),
  } as const;
}
