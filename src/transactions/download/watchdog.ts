/** Aborts what its signal is given to, unless it is fed in time. */
export interface Watchdog extends Disposable {
  readonly signal: AbortSignal;
  /** Says that something came: the waiting begins anew. */
  feed(): void;
}

/**
 * Sets a watchdog on a connection that may go silent without being closed.
 *
 * @param patience Milliseconds without food after which it aborts.
 * @returns The watchdog, waiting; dispose of it when the work is done.
 *
 * @example
 * ```ts
 * import { setWatchdog } from "./watchdog.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using watchdog = setWatchdog(1);
 * const aborted = new Promise((resolve) => watchdog.signal.onabort = () => resolve(true));
 * assertEquals(await aborted, true);
 * ```
 */
export function setWatchdog(patience: number): Watchdog {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new Error(`nothing came for ${patience / 1000} s`));
  let timer = setTimeout(giveUp, patience);
  return {
    signal: controller.signal,
    feed() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
