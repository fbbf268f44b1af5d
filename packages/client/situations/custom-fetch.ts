import type { FetchLike } from "../src/index.ts";
import { rejection, same, sameProperties } from "./check.ts";
import { open, type Situation, secret } from "./situation.ts";

/** A custom `fetch` that returns something else than a response. It is not called again. */
const notAResponse = (name: string, value: unknown): Situation => ({
  name,
  async run(stage) {
    let calls = 0;
    const fetch = async () => {
      calls += 1;
      return value as Response; // JavaScript may return anything.
    };
    const { fail } = open(stage, "ok", { fetch });
    await fail({ kind: "connection", reason: "not-a-response", attempts: 1 });
    same(calls, 1, "calls");
  },
});

/** The `fetch` option. */
export const customFetches: readonly Situation[] = [
  {
    name: "the platform's own fetch may be given",
    async run(stage) {
      const { fetch } = globalThis;
      const { get, baseUrl } = open(stage, "ok", { fetch });
      same((await get()).status, 200, "status");
      const ownFetch = stage.client.createFetch({ credential: secret, baseUrl, fetch });
      same((await ownFetch(`${baseUrl}/v1/things`)).status, 200, "status of createFetch");
    },
  },
  {
    name: "a custom fetch is called without this",
    async run(stage) {
      const callers: unknown[] = [];
      const fetch: FetchLike = function (this: unknown, url, init) {
        callers.push(this);
        return globalThis.fetch(url, init);
      };
      const { get, baseUrl } = open(stage, "ok", { fetch });
      await get();
      await stage.client.createFetch({ credential: secret, baseUrl, fetch })(baseUrl);
      same(callers, [undefined, undefined], "this");
    },
  },
  notAResponse("a custom fetch that returns nothing", undefined),
  notAResponse("a custom fetch that returns a string", '{"id":"a"}'),
  notAResponse("a custom fetch that returns an incomplete response", {
    ok: true,
    status: 200,
    json: async () => ({ id: "a" }),
  }),
  {
    name: "a custom fetch whose response was already read",
    async run(stage) {
      const { fail, seen } = open(stage, "ok", {
        async fetch(url, init) {
          const response = await fetch(url, init);
          await response.text();
          return response;
        },
      });
      await fail({ kind: "connection", reason: "not-a-response", attempts: 1 });
      same((await seen()).length, 1, "requests");
    },
  },
  {
    name: "a fetch that is not a function is refused",
    async run({ client: { createFetch } }) {
      const options = { credential: secret, fetch: "x" as unknown as FetchLike };
      const error = await rejection(Promise.resolve().then(() => createFetch(options)));
      sameProperties(error, { kind: "argument", argument: "fetch" });
    },
  },
];
