import type { RuntimeName } from "./situation.ts";

/** Situations that a runtime cannot express, by their names, each with the reason. */
export const notExpressible: Readonly<
  Record<RuntimeName, Readonly<Partial<Record<string, string>>>>
> = {
  node: {},
  bun: {},
  deno: {
    "a reason phrase stands in for an empty body": "Deno shows the standard phrase of the status",
  },
  workerd: {},
  chromium: {
    "a reset connection, then an order":
      "Chromium itself sends a request again when a kept connection is lost",
    "408, then an order": "Chromium itself sends a request again after a 408",
  },
};
