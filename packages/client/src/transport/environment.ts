/** Clocks, timers and random numbers. Tests replace them, so that none waits. */
export interface Environment {
  /** Milliseconds from any start; never goes backwards. Measures every duration. */
  now(): number;
  /** Milliseconds since 1970, by a clock that may jump. Read for dates that others wrote. */
  date(): number;
  /** A number from 0 up to, but not including, 1. */
  random(): number;
  /** A new GUID. */
  newId(): string;
  /** Does something after a number of milliseconds, unless the returned function is called. */
  after(milliseconds: number, action: () => void): () => void;
}

/** The longest timer, 23 days: beyond 2 ** 31 they fire at once. */
// https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value
export const longestTimer = 2e9;

/** The platform's own. Globals are looked up on each use, since programs may replace them. */
export const realEnvironment: Environment = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  newId: () => crypto.randomUUID(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
