import type { Environment } from "../src/transport/environment.ts";

/** Clocks, timers and random numbers in the hands of a test. */
export interface FakeEnvironment extends Environment {
  /** What `random` gives. */
  randomNumber: number;
  /** What the wall clock is off by, in milliseconds. */
  clockError: number;
  /** How long each timer that fired had been set for. */
  readonly fired: number[];
  /** How many timers are set. */
  timers(): number;
  /** Lets time pass, from timer to timer, until a promise is settled; gives what came of it. */
  settle<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>>;
  /** Lets time pass without a timer firing, as when the machine sleeps. */
  stall(milliseconds: number): void;
  /** Lets time pass. */
  pass(milliseconds: number): Promise<void>;
}

/** Lets everything run that waits for nothing but its turn. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createFakeEnvironment(): FakeEnvironment {
  let now = 1_000;
  let ids = 0;
  const timers = new Map<object, { at: number; milliseconds: number; action: () => void }>();

  const fireNext = (until: number): boolean => {
    const [next] = [...timers].sort(([, a], [, b]) => a.at - b.at);
    if (!next || next[1].at > until) return false;
    const [key, { at, milliseconds, action }] = next;
    timers.delete(key);
    now = at;
    fake.fired.push(milliseconds);
    action();
    return true;
  };

  const fake: FakeEnvironment = {
    randomNumber: 0,
    clockError: 0,
    fired: [],
    now: () => now,
    date: () => 1_700_000_000_000 + now + fake.clockError,
    random: () => fake.randomNumber,
    newId: () => `id-${++ids}`,
    after(milliseconds, action) {
      const key = {};
      timers.set(key, { at: now + milliseconds, milliseconds, action });
      return () => timers.delete(key);
    },
    timers: () => timers.size,
    async settle(promise) {
      let outcome: PromiseSettledResult<Awaited<typeof promise>> | undefined;
      Promise.allSettled([promise]).then(([result]) => {
        outcome = result;
      });
      for (let idle = 0; !outcome; ) {
        await turn();
        if (outcome) break;
        idle = fireNext(Number.POSITIVE_INFINITY) ? 0 : idle + 1;
        if (idle > 20) throw new Error("the promise waits for something that no timer brings");
      }
      await turn();
      return outcome;
    },
    stall(milliseconds) {
      now += milliseconds;
    },
    async pass(milliseconds) {
      const until = now + milliseconds;
      await turn();
      while (fireNext(until)) await turn();
      now = until;
      await turn();
    },
  };
  return fake;
}
