import { expect, test } from "vitest";
import { findUnshown } from "../checks/find-unshown.ts";
import {
  findOperation,
  isJson,
  jsonOf,
  type Operation,
  operationsOf,
  parseContract,
  resolve,
} from "../contract.ts";
import { bundleContract } from "../redocly.ts";
import { createValidator } from "./validator.ts";

const contract = parseContract(await bundleContract());
const examples = Object.entries(contract.components?.examples ?? {});
const operations = operationsOf(contract).map(({ operation }) => operation);
const responses = operations.flatMap((operation) =>
  Object.values(operation.responses ?? {}).map((response) => resolve(contract, response)),
);
const requests = operations.flatMap(({ requestBody }) =>
  requestBody ? [resolve(contract, requestBody)] : [],
);

test("every example fits the schema of its body, and no property that the schema lacks", () => {
  const unused = new Set(examples.map(([name]) => name));
  const misfits = [...responses, ...requests].flatMap(({ content }) => {
    const { schema = {}, examples: shown = {} } = jsonOf(content) ?? {};
    const deviationsOf = createValidator(contract, schema);
    return Object.entries(shown).map(([name, example]) => {
      unused.delete(name);
      return { name, deviations: deviationsOf(resolve(contract, example).value) };
    });
  });
  expect(misfits.filter(({ deviations }) => deviations.length > 0)).toEqual([]);
  expect([...unused]).toEqual([]);
});

test("unknown properties are found in lists, and in what is composed of parts", () => {
  const part = { properties: { inventedPart: { type: "string" } } };
  const whole = { allOf: [{ $ref: "#/components/schemas/InventedPart" }], properties: { id: {} } };
  const schemas = { InventedPart: part, InventedWhole: whole };
  const deviationsOf = createValidator(
    { ...contract, components: { schemas } },
    { items: { $ref: "#/components/schemas/InventedWhole" } },
  );
  expect(deviationsOf([{ id: "1", inventedPart: "a" }])).toEqual([]);
  expect(deviationsOf([{ id: "1", inventedPart: 1, inventedOther: 2 }])).toEqual([
    "/0/inventedPart must be string",
    "/0/inventedOther is unknown",
  ]);
});

test("a fault carries its status in its name, and every error status has one", () => {
  const named = examples.flatMap(([name]) => /^fault-(\d{3})-/.exec(name)?.[1] ?? []);
  const statuses = operations.flatMap(({ responses = {} }) => Object.keys(responses));
  const errors = statuses.filter((status) => Number(status) >= 400);
  expect([...new Set(named)]).toEqual([...new Set(errors)].sort());
});

test("whatever an operation has without a name is looked at too", () => {
  const put: Operation = {
    operationId: "inventedPut",
    parameters: [
      { name: "invented", in: "query", schema: { enum: ["a1", "b2"] }, example: "a1" },
      { name: "inventedList", in: "query", schema: { items: { enum: ["c3"] } }, example: ["c3"] },
    ],
    requestBody: {
      content: {
        "application/json": {
          schema: {
            properties: {
              inventedLines: { items: { properties: { inventedA: {}, inventedB: {} } } },
            },
          },
          examples: { one: { value: { inventedLines: [{ inventedA: 1 }] } } },
        },
      },
    },
  };
  expect(findUnshown({ ...contract, paths: { ...contract.paths, "/invented": { put } } })).toEqual([
    'inventedPut invented "b2" is in no example: show it there or in the enum\'s examples.',
    "inventedPut body.inventedLines.inventedB is in no example: show it in components/examples.",
  ]);
});

test("a property or an enum value that no example shows is named", () => {
  const schemas = {
    InventedThing: { properties: { inventedNote: { type: "string" }, id: { type: "string" } } },
    InventedKind: {
      enum: ["completed", "invented_value", "invented_example"],
      examples: ["invented_example"],
    },
  };
  const extended = { ...contract, components: { ...contract.components, schemas } };
  expect(findUnshown(extended)).toEqual([
    "InventedThing.inventedNote is in no example: show it in components/examples.",
    'InventedKind "invented_value" is in no example: show it there or in the enum\'s examples.',
  ]);
});

test("both JSON media types of a response show the same examples, the XML ones the first", () => {
  for (const { content = {} } of responses) {
    const json = Object.keys(content["application/json"]?.examples ?? {});
    for (const [mediaType, { examples = {} }] of Object.entries(content)) {
      const expected = isJson(mediaType) ? json : json.slice(0, 1);
      expect(Object.keys(examples)).toEqual(expected);
    }
  }
});

test("the first example of an order is a completed one, which the mock serves by default", () => {
  const { operation } = findOperation(contract, "getOrder");
  const found = resolve(contract, operation.responses?.["200"] ?? {});
  expect(Object.keys(found.content?.["application/json"]?.examples ?? {})[0]).toBe(
    "order-new-commerce-completed",
  );
});
