import { holds, rejection, same } from "./check.ts";
import { open, type Situation } from "./situation.ts";

/** An answer that takes too long: both limits are tried. */
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
  tooSlow("headers that do not come", "silent"),
  tooSlow("a body that stalls", "stalled-body"),
  tooSlow("a body that drips", "drip"),
  {
    name: "retries do not outlast the call",
    async run(stage) {
      const { fail } = open(stage, "silent");
      const timeout = { attempt: 30, total: 50 };
      await fail({ kind: "timeout", scope: "total", attempts: 2 }, {}, { timeout });
    },
  },
  tooLarge("a huge body with its length", "huge-length"),
  tooLarge("a huge body in chunks", "huge-chunked"),
  tooLarge("a huge body in gzip", "huge-gzip"),
  redirect("a redirect to another origin", "redirect-elsewhere", 302),
  redirect("a redirect within the origin", "redirect-here", 307),
  redirect("a redirect to itself", "redirect-loop", 308),
  {
    name: "a signal that was aborted before sends nothing",
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
    name: "a signal with a time limit is no timeout of ours",
    async run(stage) {
      const { get } = open(stage, "silent");
      const signal = AbortSignal.timeout(20);
      const error = await rejection(get({}, { signal }));
      same(error === signal.reason, true, "the signal's own reason");
      same(stage.client.isTimeoutError(error), false, "a timeout of ours");
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
