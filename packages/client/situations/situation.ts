import type * as clientPackage from "../src/index.ts";
import type { CallOptions, Client, ClientOptions, GetOrderArguments } from "../src/index.ts";
import type * as validationEntry from "../src/validate/index.ts";
import { holds, rejection, renderings, sameProperties } from "./check.ts";
import { customerId, orderId } from "./orders.ts";
import type { Addresses, SeenRequest } from "./server.ts";

/** The token that situations use when they are not about tokens. */
export const secret = "s3cret.token-of.this-client_0123456789";

/** Where situations run. */
export type RuntimeName = "node" | "bun" | "deno" | "workerd" | "chromium";

/** One thing that can happen to a client, and what must result from it. */
export interface Situation {
  readonly name: string;
  /** Rejects with a plain sentence when the outcome is wrong. */
  run(stage: Stage): Promise<void>;
}

/** What a situation works with. */
export interface Stage {
  /** The package under test: from source, or from the packed tarball. */
  readonly client: typeof clientPackage;
  /** Its entry point `validate`. */
  readonly validation: typeof validationEntry;
  readonly addresses: Addresses;
}

/** A client that talks to one behaviour of the server, with a log of its own there. */
export interface Session {
  readonly client: Client;
  readonly baseUrl: string;
  /** Gets an order; ids that do not matter may be left out. */
  get(
    parameters?: Partial<GetOrderArguments>,
    options?: CallOptions,
  ): Promise<Awaited<ReturnType<Client["getOrder"]>>>;
  /** As `get`, for calls that have to fail: gives the error, and makes sure that it tells no secret. */
  fail(
    expected: Record<string, unknown>,
    parameters?: Partial<GetOrderArguments>,
    options?: CallOptions,
  ): Promise<Record<string, unknown>>;
  /** The requests that the server saw. */
  seen(): Promise<SeenRequest[]>;
}

/** Retries without waiting. */
export const quickly = { minDelay: 0, maxDelay: 0 };

/** Opens a session with a behaviour of the server. */
export function open(
  { client: { createClient }, addresses }: Stage,
  behaviour: string,
  options: Partial<ClientOptions> = {},
): Session {
  const session = crypto.randomUUID();
  const baseUrl = `${addresses.origin}/${behaviour}/${session}`;
  const client = createClient({ credential: secret, baseUrl, retry: quickly, ...options });
  const get: Session["get"] = (parameters, callOptions) =>
    client.getOrder({ customerId, orderId, ...parameters }, callOptions);
  return {
    client,
    baseUrl,
    get,
    async fail(expected, parameters, callOptions) {
      const error = await rejection(get(parameters, callOptions));
      sameProperties(error, expected);
      holds(!renderings(error).includes(secret), "the error tells no secret");
      // Errors are objects; their properties are compared one by one.
      return error as Record<string, unknown>;
    },
    async seen() {
      const response = await fetch(`${addresses.origin}/seen/${session}`);
      return response.json();
    },
  };
}

/** A situation in which one response of the server becomes one error. */
export function failing(
  name: string,
  behaviour: string,
  expected: Record<string, unknown>,
  options: Partial<ClientOptions> = { retry: false },
): Situation {
  return {
    name,
    async run(stage) {
      await open(stage, behaviour, options).fail(expected);
    },
  };
}
