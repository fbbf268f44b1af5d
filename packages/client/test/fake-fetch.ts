import { createFetch } from "../src/create-fetch.ts";
import type { FetchOptions } from "../src/index.ts";
import { createFakeEnvironment } from "./fake-environment.ts";

export const base = "https://api.partnercenter.microsoft.com";

/** A `createFetch` whose service is a function and whose time is in the hands of the test. */
export function fake(
  handle: (n: number) => Response | Promise<Response>,
  options: Partial<FetchOptions> = {},
) {
  const sent: RequestInit[] = [];
  const kinds: string[] = [];
  const environment = createFakeEnvironment();
  const fetch = createFetch(
    {
      credential: "the-token",
      fetch: async (_, init) => handle(sent.push(init) - 1),
      onEvent: (event) => event.type === "error" && kinds.push(event.kind),
      ...options,
    },
    environment,
  );
  return { fetch, sent, kinds, environment };
}
