import { rejection, same, sameProperties } from "./check.ts";
import { open, type Situation } from "./situation.ts";

/** What comparing each response with the contract does to a call. */
export const validation: readonly Situation[] = [
  {
    name: "400 KB of wrong lines are 100 violations",
    async run(stage) {
      const validate = stage.validation.validate({ mode: "throw" });
      const error = await open(stage, "wrong-lines", { validate }).fail({
        kind: "invalid-response",
        status: 200,
      });
      same((error.violations as unknown[]).length, 100, "violations");
      same(new TextEncoder().encode(String(error.message)).length, 2_000, "bytes of the message");
    },
  },
  {
    name: "a response that breaks the contract is one warning",
    async run(stage) {
      const warnings: unknown[][] = [];
      const { warn } = console;
      try {
        console.warn = (...parts) => warnings.push(parts);
        const { get } = open(stage, "wrong-order", { validate: stage.validation.validate() });
        same((await get()).data, { id: 1, totalPrice: "2" }, "order");
      } finally {
        console.warn = warn;
      }
      const places = "/id must be string, /totalPrice must be number";
      const warning = `@partner-center/client: the response to getOrder breaks the contract: ${places}`;
      same(warnings, [[warning]], "warnings");
    },
  },
  {
    name: "a report that throws or rejects fails no call",
    async run(stage) {
      const reports = [
        () => {
          throw new Error("mine");
        },
        () => Promise.reject(new Error("mine")),
      ];
      for (const report of reports) {
        const validate = stage.validation.validate({ report });
        same((await open(stage, "wrong-order", { validate }).get()).status, 200, "status");
      }
    },
  },
  {
    name: "validate in place of validate()",
    async run({ client: { createClient }, validation: { validate } }) {
      // A type checker would refuse it.
      const options = { credential: "a-token", validate } as unknown;
      const make = () => createClient(options as Parameters<typeof createClient>[0]);
      sameProperties(await rejection(Promise.resolve().then(make)), {
        kind: "argument",
        argument: "validate",
        message:
          "validate must be what validate() returns, as in { validate: validate() }, not a function",
      });
    },
  },
];
