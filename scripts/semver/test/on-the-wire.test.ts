import type { Contract } from "@partner-center/spec";
import { expect, test } from "vitest";
import { withoutExamples } from "../on-the-wire.ts";

test("examples are left out, and what is only called like them stays", () => {
  const schema = (more: object) => ({ type: "object", ...more });
  const properties = { example: { type: "string" }, examples: { type: "array", items: {} } };
  const contract = (more: object, named = {}): Contract => ({
    openapi: "3.1.0",
    info: { title: "Invented", version: "1.0.0" },
    paths: {
      "/invented": {
        get: {
          parameters: [{ name: "example", in: "query", schema: schema(more), ...more }],
          responses: { default: { description: "", content: { "text/plain": { ...more } } } },
        },
      },
    },
    components: {
      schemas: { example: schema({ properties, default: { example: 1 }, ...more }) },
      ...named,
    },
  });
  const given = contract({ example: 1, examples: [2] }, { examples: { Invented: { value: 3 } } });
  expect(withoutExamples(given)).toEqual(contract({}));
});
