import { holds, rejection, renderings, same, sameProperties } from "./check.ts";
import { orderId, orders } from "./orders.ts";
import { open, type Situation, type Stage, secret } from "./situation.ts";

/** What a call throws or rejects with, which must tell no secret. */
async function refusal(call: () => unknown, argument: string, problem: string): Promise<void> {
  const error = await rejection(Promise.resolve().then(call));
  sameProperties(error, { kind: "argument", argument, message: `${argument} ${problem}` });
  holds(!renderings(error).includes(secret), "the error tells no secret");
}

/** An option that TypeScript would refuse: the error names it, and the right form. */
const option = (name: string, argument: string, problem: string, options: object): Situation => ({
  name,
  async run({ client: { createClient, createFetch } }) {
    // Callers in plain JavaScript may give anything.
    const given = { credential: secret, ...options } as Parameters<typeof createClient>[0];
    await refusal(() => createClient(given), argument, problem);
    if (argument !== "validate") await refusal(() => createFetch(given), argument, problem);
  },
});

/** Arguments of a call that TypeScript would refuse: nothing is sent. */
const call = (name: string, argument: string, problem: string, given: unknown[]): Situation => ({
  name,
  async run(stage) {
    const { client, seen } = open(stage, "ok");
    await refusal(() => Reflect.apply(client.getOrder, client, given), argument, problem);
    same(await seen(), [], "requests");
  },
});

const ids = { customerId: "c", orderId };
const timeoutForm = "must be an object such as { total: 5000 }, in milliseconds";

/** What callers without a type checker get wrong. */
export const plainJavaScript: readonly Situation[] = [
  {
    name: "missing options",
    async run({ client: { createClient, createFetch } }) {
      const form = "must be an object such as { credential }";
      for (const create of [createClient, createFetch] as ((options?: unknown) => unknown)[]) {
        await refusal(() => create(), "options", `${form}, not undefined`);
        await refusal(() => create(null), "options", `${form}, not null`);
        await refusal(() => create(secret), "options", `${form}, not a string`);
      }
    },
  },
  option("a timeout that is a number", "timeout", `${timeoutForm}, not 5000`, { timeout: 5000 }),
  option("a timeout that is a string", "timeout", `${timeoutForm}, not a string`, {
    timeout: "60000",
  }),
  option(
    "a limit that is a string",
    "timeout.total",
    "must be a number of milliseconds above 0, or false, not a string",
    { timeout: { total: "60000" } },
  ),
  option(
    "a number of retries",
    "retry",
    "must be false or an object such as { maxRetries: 3 }, not 5",
    { retry: 5 },
  ),
  option(
    "a fetch that is a string",
    "fetch",
    "must be a function such as globalThis.fetch, not a string",
    { fetch: "x" },
  ),
  option(
    "a header that the client sets",
    "headers",
    "must not have authorization: credential sets it",
    { headers: { authorization: `Bearer ${secret}` } },
  ),
  option(
    "a base URL with the version",
    "baseUrl",
    'must be without the version, such as "https://api.partnercenter.microsoft.com": apiVersion adds it',
    { baseUrl: "https://api.partnercenter.microsoft.com/v1" },
  ),
  option("a version with a v", "apiVersion", 'must be without the v, such as "1"', {
    apiVersion: "v1",
  }),
  option(
    "a validate that is not a function",
    "validate",
    "must be what validate() returns, as in { validate: validate() }, not true",
    { validate: true },
  ),
  call(
    "options of a call that are null",
    "options",
    "must be an object such as { signal }, not null",
    [ids, null],
  ),
  call("a timeout of a call that is a number", "timeout", `${timeoutForm}, not 5000`, [
    ids,
    { timeout: 5000 },
  ]),
  call(
    "a controller in place of its signal",
    "signal",
    "must be an AbortSignal such as controller.signal, not an object",
    [ids, { signal: new AbortController() }],
  ),
  call(
    "ids that are not in an object",
    "parameters",
    "must be an object such as { customerId, orderId }, not a string",
    ["c", orderId],
  ),
  call("includePrice as a string", "includePrice", "must be a boolean, not a string", [
    { ...ids, includePrice: "true" },
  ]),
  {
    name: "a header that is undefined is not sent",
    async run(stage) {
      const { get, seen } = open(stage, "ok", { headers: { "x-locale": undefined } });
      await get();
      same((await seen())[0]?.headers["x-locale"], undefined, "locale");
    },
  },
  {
    name: "an absolute link of the service is followed",
    async run(stage) {
      const { baseUrl, seen } = open(stage, "ok");
      const { createFetch, resolveLink } = stage.client;
      const uri = `${baseUrl}/v1/customers/c/orders/o`;
      const address = resolveLink({ uri }, { baseUrl });
      const fetch = createFetch({ credential: secret, baseUrl });
      same(await (await fetch(address ?? "")).json(), orders.completed, "order");
      same((await seen())[0]?.url, "/v1/customers/c/orders/o", "path");
    },
  },
  {
    name: "a link that is not a string, or to another origin, has no address",
    async run({ client: { resolveLink } }: Stage) {
      for (const uri of [5, null, {}, ["/a"], "https://elsewhere.example/v1/a", "javascript:a"]) {
        // What the service sends may be anything.
        same(resolveLink({ uri: uri as string }), undefined, `address of ${uri}`);
      }
    },
  },
];
