/** Calls an operation with our own client: answered by the contract's examples, or by a server. */
import {
  type ClientEvent,
  type ClientOptions,
  createClient,
  type FetchLike,
} from "@partner-center/client";
import { createTestFetch, type TestResponse } from "@partner-center/client/testing";

export type { ClientEvent };

/** What a program that calls the client gets: a result, or an error. */
export type Outcome = { data: unknown; status: number } | { error: unknown };

export async function callOperation(
  name: string,
  parameters: Record<string, unknown>,
  options: ClientOptions,
): Promise<Outcome> {
  const client: object = createClient(options);
  const method: unknown = Reflect.get(client, name);
  if (typeof method !== "function") return { error: new Error(`The client has no ${name}`) };
  try {
    const { data, status } = await method(parameters);
    return { data, status };
  } catch (error) {
    return { error };
  }
}

/** What stands in for the service: a status and the name of its example, or a fault of the network. */
export interface Responses {
  operation: string;
  response: string;
  /** How many requests get it; the next ones get a success. */
  times: number;
}

/** Options for a call without a server. A refusal asks for two seconds, so that there is a wait to see. */
export function optionsForExamples({ operation, response, times }: Responses): ClientOptions {
  const [status = "", name] = response.split(" ");
  const refused = { example: name, headers: { "retry-after": "2" } };
  const example = status === "429" ? refused : name;
  // A fault of the network has no name, and a response without a body an empty one.
  const given = name === undefined ? status : example || Number(status);
  // The page's examples are those of the contract that the client was made from.
  const responses = [...new Array(times).fill(given), {}] as TestResponse[];
  return {
    credential: async () => ({ token: "example", expiresOnTimestamp: Date.now() + 3_600_000 }),
    fetch: createTestFetch({ [operation]: responses }),
    timeout: { attempt: 2_000 },
  };
}

/** Why a server of the reader's gave nothing that a page may read. */
export type Obstacle = "refused" | "cors" | "redirect";

/** A fetch that follows no redirect, since it would carry the token elsewhere. */
export const fetchWithoutRedirects: FetchLike = async (url, init) => {
  const response = await fetch(url, {
    ...init,
    credentials: "omit",
    redirect: "manual",
    referrerPolicy: "no-referrer",
  });
  if (response.type === "opaqueredirect") throw new TypeError("redirect");
  return response;
};

/**
 * Finds out why a request failed. A browser tells a page only that it did, so this asks again without
 * the token: for a redirect first, then for any response at all.
 */
export async function findObstacle(url: URL): Promise<Obstacle> {
  const plain: RequestInit = {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(5_000),
  };
  try {
    const { type } = await fetch(url, { ...plain, redirect: "manual" });
    return type === "opaqueredirect" ? "redirect" : "cors";
  } catch {
    return fetch(url, { ...plain, mode: "no-cors" }).then(
      () => "cors",
      () => "refused",
    );
  }
}
