import { describe, expect, it } from "vitest";
import { generateClient } from "../../generate/client.ts";
import { generateOperations } from "../../generate/operations.ts";

const parameter = (name: string, more: object = {}) => ({
  name,
  in: "query",
  schema: { type: "string" },
  ...more,
});
const array = { type: "array", items: { type: "string" } };
const point = { type: "object", properties: { x: { type: "number" } } };
const success = { 204: { description: "Done." } };
const list = { operationId: "listThings", responses: success };
const withParameters = (...parameters: object[]) => ({ get: { ...list, parameters } });
const text = { content: { "text/plain": { schema: { type: "string" } } } };

/** A contract of one path. */
const contractOf = (item: object, path = "/things") =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Trial", version: "1.0.0" },
    paths: { [path]: item },
  });

describe("an operation is refused, with file, problem and way out:", () => {
  const createFetch = "leave the operation to createFetch";
  const rename = `rename it in the contract, or ${createFetch}`;
  const anotherId = "give it another operationId";
  it.each<[string, string, object, string?]>([
    ["it has no operationId", "give it one", { get: { responses: success } }],
    [
      'its operationId "list-things" is not an identifier',
      anotherId,
      { get: { ...list, operationId: "list-things" } },
    ],
    [
      'its operationId "constructor" cannot be the name of a method',
      anotherId,
      { get: { ...list, operationId: "constructor" } },
    ],
    [
      'its operationId "then" cannot be the name of a method',
      anotherId,
      { get: { ...list, operationId: "then" } },
    ],
    [
      'the types of "ListThings" would be called ListThings…, like those of "listThings"',
      anotherId,
      { get: list, post: { ...list, operationId: "ListThings" } },
    ],
    [
      'the query parameter "page-size" and "pageSize" would both be the argument pageSize',
      rename,
      withParameters(parameter("pageSize"), parameter("page-size")),
    ],
    [
      'the query parameter "body" is called like the argument for a body',
      rename,
      withParameters(parameter("body")),
    ],
    [
      'the query parameter "2fa" cannot be the argument "2fa"',
      rename,
      withParameters(parameter("2fa")),
    ],
    [
      'the query parameter "constructor" cannot be the argument "constructor"',
      rename,
      withParameters(parameter("constructor")),
    ],
    [
      'the cookie parameter "session" is a cookie, which openapi-fetch leaves out',
      createFetch,
      withParameters(parameter("session", { in: "cookie" })),
    ],
    [
      'the query parameter "q" has content in place of a schema',
      createFetch,
      withParameters({ name: "q", in: "query", content: { "application/json": {} } }),
    ],
    [
      'the query parameter "q" has allowReserved, so openapi-fetch cannot write it',
      createFetch,
      withParameters(parameter("q", { allowReserved: true })),
    ],
    [
      'the query parameter "a&b" has a name with other characters, so openapi-fetch cannot write it',
      createFetch,
      withParameters(parameter("a&b")),
    ],
    [
      'the query parameter "b" has another style than an array before it, so openapi-fetch cannot write it',
      createFetch,
      withParameters(
        parameter("a", { schema: array }),
        parameter("b", { schema: array, explode: false }),
      ),
    ],
    [
      'the query parameter "b" has another style than an array before it, so openapi-fetch cannot write it',
      createFetch,
      withParameters(
        parameter("a", { schema: array, explode: false }),
        parameter("b", { schema: array }),
      ),
    ],
    [
      'the query parameter "a" has the style tabbed, so openapi-fetch cannot write it',
      createFetch,
      withParameters(parameter("a", { schema: array, style: "tabbed" })),
    ],
    [
      'the query parameter "a" is neither plain nor a flat array or object, so openapi-fetch cannot write it',
      createFetch,
      withParameters(parameter("a", { schema: { type: "array", items: array } })),
    ],
    [
      'the query parameter "a" is neither plain nor a flat array or object, so openapi-fetch cannot write it',
      createFetch,
      withParameters(parameter("a", { schema: { ...point, additionalProperties: true } })),
    ],
    [
      'the query parameter "a" is neither plain nor a flat array or object, so openapi-fetch cannot write it',
      createFetch,
      withParameters(parameter("a", { schema: { oneOf: [{ type: "string" }, array] } })),
    ],
    [
      'the header parameter "X-A" is an object, so openapi-fetch cannot write it',
      createFetch,
      withParameters(parameter("X-A", { in: "header", schema: point })),
    ],
    ['its path parameter "id" is not declared', "declare it", { get: list }, "/things/{id}"],
    [
      'its path has no "{id}"',
      "leave the parameter out",
      withParameters(parameter("id", { in: "path", required: true })),
    ],
    [
      'the path parameter "id" has the style matrix, so openapi-fetch cannot write it',
      createFetch,
      withParameters(parameter("id", { in: "path", required: true, style: "matrix" })),
      "/things/{id}",
    ],
    ["the body of its request is not JSON", createFetch, { post: { ...list, requestBody: text } }],
    [
      "the body of its request has several schemas",
      createFetch,
      {
        post: {
          ...list,
          requestBody: {
            content: { "application/json": {}, "application/merge-patch+json": { schema: array } },
          },
        },
      },
    ],
    [
      "fetch sends no body with get",
      createFetch,
      { get: { ...list, requestBody: { content: { "application/json": {} } } } },
    ],
    ["fetch does not send TRACE", createFetch, { trace: list }],
    [
      "the body of its success is not JSON",
      createFetch,
      { get: { ...list, responses: { 200: { description: "A text.", ...text } } } },
    ],
    [
      "it declares no success",
      createFetch,
      { get: { ...list, responses: { 400: { description: "No." } } } },
    ],
    [
      "it has an address of its own",
      createFetch,
      { get: { ...list, servers: [{ url: "https://example.com" }] } },
    ],
  ])("%s; %s", (problem, wayOut, item, path = "/things") => {
    const bundle = contractOf(item, path);
    const method = Object.keys(item).at(-1);
    const pointer = `/paths/${path.replaceAll("/", "~1")}/${method}`;
    const message = `spec/openapi.yaml (${pointer}): ${problem}; ${wayOut}`;
    expect(() => generateClient(bundle)).toThrow(message);
    expect(() => generateOperations(bundle)).toThrow(message);
  });
});

it("a generator that is told to go on leaves out what it refuses", () => {
  const bundle = JSON.stringify({
    ...JSON.parse(
      contractOf({ get: list, post: { ...list, operationId: "addThing", requestBody: text } }),
    ),
  });
  const refused: string[] = [];
  const code = generateOperations(bundle, (place, problem) =>
    refused.push(`${place.at(-1)}: ${problem}`),
  );
  expect(refused).toEqual(["post: the body of its request is not JSON"]);
  expect(code).toContain("listThings: {");
  expect(code).not.toContain("addThing");
});
