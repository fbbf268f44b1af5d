import { holds, rejection, same, sameProperties } from "./check.ts";
import { open, quickly, type Situation } from "./situation.ts";

/** A response that takes too long: both limits are tried. */
const tooSlow = (name: string, behaviour: string): Situation => ({
  name,
  async run(stage) {
    const { fail } = open(stage, behaviour, { retry: false });
    const timeout = { attempt: 40 };
    await fail({ kind: "timeout", scope: "attempt", timeoutMs: 40, attempts: 1 }, {}, { timeout });
    await fail({ kind: "timeout", scope: "total", timeoutMs: 40 }, {}, { timeout: { total: 40 } });
  },
});

/** A body beyond 10 MiB, which is not read to its end and not asked for again. */
const tooLarge = (name: string, behaviour: string): Situation => ({
  name,
  async run(stage) {
    const { fail } = open(stage, behaviour);
    await fail({ kind: "connection", reason: "too-large", attempts: 1 });
  },
});

/** A redirect that is not followed. Browsers hide its status. */
const redirect = (name: string, behaviour: string, status: number): Situation => ({
  name,
  async run(stage) {
    const { fail, seen } = open(stage, behaviour);
    const error = await fail({ kind: "api", hint: "redirects are not followed", attempts: 1 });
    holds(error.status === status || error.status === 0, `status is ${error.status}`);
    same((await seen()).length, 1, "requests");
    const target = await fetch(`${stage.addresses.origin}/seen/redirected`);
    same(await target.json(), [], "requests to the target");
  },
});

/** What ends a call from outside: time, size, the caller, and the way that leads elsewhere. */
export const limits: readonly Situation[] = [
  tooSlow("headers that never arrive", "silent"),
  tooSlow("a body that stalls", "stalled-body"),
  tooSlow("a body that drips", "drip"),
  {
    name: "retries do not outlast the call",
    async run(stage) {
      const { fail } = open(stage, "silent", { retry: { ...quickly, maxRetries: 100 } });
      const timeout = { attempt: 20, total: 200 };
      const { attempts } = await fail({ kind: "timeout" }, {}, { timeout });
      holds(Number(attempts) <= 20, `there are ${attempts} attempts`);
    },
  },
  tooLarge("a huge body with its length", "huge-length"),
  tooLarge("a huge body in chunks", "huge-chunked"),
  tooLarge("a huge body in gzip", "huge-gzip"),
  {
    name: "the limit of a body is an option",
    async run(stage) {
      const reads = open(stage, "huge-length", { maxBodySize: 11 * 2 ** 20 });
      await reads.fail({ kind: "invalid-response" });
      const { fail, seen } = open(stage, "ok", { maxBodySize: 100 });
      const error = await fail({ kind: "connection", reason: "too-large", attempts: 1 });
      holds(String(error.message).includes("maxBodySize, 100 bytes"), "the message has the limit");
      same((await seen()).length, 1, "requests");
    },
  },
  redirect("a redirect to another origin", "redirect-elsewhere", 302),
  redirect("a redirect within the origin", "redirect-here", 307),
  redirect("a redirect to itself", "redirect-loop", 308),
  {
    name: "a signal that is already aborted: nothing is sent",
    async run(stage) {
      const { get, seen } = open(stage, "ok");
      const reason = { mine: true };
      const signal = AbortSignal.abort(reason);
      same((await rejection(get({}, { signal }))) === reason, true, "the caller's own reason");
      same(await seen(), [], "requests");
    },
  },
  {
    name: "a signal that is aborted while the service is silent",
    async run(stage) {
      const { get } = open(stage, "silent");
      const controller = new AbortController();
      const reason = new Error("mine");
      const failure = rejection(get({}, { signal: controller.signal }));
      setTimeout(() => controller.abort(reason), 20);
      same((await failure) === reason, true, "the caller's own reason");
    },
  },
  {
    name: "a signal that is aborted while the body stalls",
    async run(stage) {
      const { get } = open(stage, "stalled-body");
      const controller = new AbortController();
      const failure = rejection(get({}, { signal: controller.signal }));
      setTimeout(() => controller.abort("mine"), 20);
      same(await failure, "mine", "reason");
    },
  },
  {
    name: "a signal that is aborted during the wait for a retry",
    async run(stage) {
      const controller = new AbortController();
      const { get, seen } = open(stage, "503-always", {
        retry: { minDelay: 10_000, maxDelay: 10_000 },
        onEvent: ({ type }) => type === "retry" && controller.abort("mine"),
      });
      same(await rejection(get({}, { signal: controller.signal })), "mine", "reason");
      same((await seen()).length, 1, "requests");
    },
  },
  {
    name: "a signal with a time limit is not a TimeoutError",
    async run(stage) {
      const { get } = open(stage, "silent");
      const signal = AbortSignal.timeout(20);
      const error = await rejection(get({}, { signal }));
      same(error === signal.reason, true, "the signal's own reason");
      same(stage.client.isTimeoutError(error), false, "a timeout of ours");
    },
  },
  {
    name: "a signal that is aborted with an error of this package is not retried",
    async run(stage) {
      // As an outcome, it would be retried.
      const { fail } = open(stage, "silent", { retry: false });
      const reason = await fail({ scope: "attempt" }, {}, { timeout: { attempt: 5 } });
      const kinds: unknown[] = [];
      const { get, seen } = open(stage, "silent", {
        onEvent: (event) => event.type === "error" && kinds.push(event.kind),
      });
      const controller = new AbortController();
      const failure = rejection(get({}, { signal: controller.signal }));
      setTimeout(() => controller.abort(reason), 20);
      same((await failure) === reason, true, "the caller's own reason");
      same((await seen()).length, 1, "requests");
      same(kinds, ["aborted"], "events");
    },
  },
  {
    name: "a signal of a polyfill ends a call",
    async run(stage) {
      const { get } = open(stage, "silent");
      let abort = () => {};
      const signal = {
        aborted: false,
        addEventListener(_: "abort", listener: () => void) {
          abort = () => {
            signal.aborted = true;
            listener();
          };
        },
        removeEventListener() {
          abort = () => {};
        },
      };
      const failure = rejection(get({}, { signal }));
      setTimeout(() => abort(), 20);
      sameProperties(await failure, { name: "AbortError", kind: undefined });
      sameProperties(await rejection(get({}, { signal })), { name: "AbortError", kind: undefined });
    },
  },
  {
    name: "limits can be removed",
    async run(stage) {
      const { get } = open(stage, "ok", { timeout: { attempt: false, total: false } });
      same((await get()).status, 200, "status");
    },
  },
];
