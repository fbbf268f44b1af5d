import { describe, expect, it } from "vitest";
import { prepareRequests } from "../src/openapi.ts";
import { type Operation, readArguments } from "../src/operation.ts";
import type { RequestParts } from "../src/transport/call.ts";
import { completeResponse } from "../src/transport/response.ts";

const search: Operation = {
  method: "POST",
  path: "/v{version}/shelves/{shelf_id}/search",
  parameters: {
    shelfId: ["path", "shelf_id", "integer"],
    colours: ["query", "colours", "string[]", "optional"],
    filter: ["query", "filter", "object", "optional"],
    locale: ["header", "x-locale", "string", "optional"],
    body: ["body", "application/json", "value"],
  },
};
const given = { shelfId: 7, body: {} };

/** What is sent for arguments. */
async function send(parameters: object): Promise<RequestParts> {
  const sent: RequestParts[] = [];
  const request = prepareRequests("https://example.com");
  await request(search, readArguments(search, parameters, "1"), async (parts) => {
    sent.push(parts);
    return completeResponse(new Response(), new Uint8Array());
  });
  return sent[0] as RequestParts;
}

it("puts each argument where the contract has it", async () => {
  const parameters = {
    shelfId: 7,
    colours: ["red", "sea green"],
    filter: { size: 3, isNew: true, age: undefined },
    locale: "pl-PL",
    body: { text: "ż" },
    unknown: "left out",
  };
  const { url, method, headers, body } = await send(parameters);
  expect(method).toBe("POST");
  expect(decodeURI(url)).toBe(
    "https://example.com/v1/shelves/7/search?colours=red&colours=sea green&filter[size]=3&filter[isNew]=true",
  );
  expect(headers).toEqual({ "content-type": "application/json", "x-locale": "pl-PL" });
  expect(JSON.parse(new TextDecoder().decode(body))).toEqual({ text: "ż" });
});

it("leaves out an object without a value", async () => {
  const { url } = await send({ ...given, filter: { age: undefined } });
  expect(url).toBe("https://example.com/v1/shelves/7/search");
});

describe("refuses, and names", () => {
  it.each<[object | undefined, string, string]>([
    [undefined, "parameters", "must be an object such as { shelfId, body }, not undefined"],
    [{ body: {} }, "shelfId", "must be an integer, not undefined"],
    [{ ...given, shelfId: 0.5 }, "shelfId", "must be an integer, not 0.5"],
    [{ ...given, colours: "red" }, "colours", "must be a string[], not a string"],
    [{ ...given, colours: ["red", 1] }, "colours[1]", "must be a string, not 1"],
    [{ ...given, colours: ["\udc00"] }, "colours[0]", "must not contain half a surrogate pair"],
    [{ ...given, filter: new Map([[1, 2]]).keys }, "filter", "must be an object, not a function"],
    [{ ...given, filter: { "a&b": 1 } }, "filter.a&b", "must have a plain name"],
    [
      { ...given, filter: { since: new Date(0) } },
      "filter.since",
      "must be a string or number or boolean, not a Date",
    ],
    [{ ...given, locale: "a\nb" }, "locale", "must be valid in HTTP"],
    [{ shelfId: 7 }, "body", "must be a value, not undefined"],
  ])("%j", (parameters, argument, problem) => {
    const message = `${argument} ${problem}`;
    expect(() => readArguments(search, parameters, "1")).toThrowError(
      expect.objectContaining({ kind: "argument", argument, message }),
    );
  });

  it("a body that JSON has no form for", async () => {
    const circle: { own?: object } = {};
    circle.own = circle;
    for (const body of [circle, 5n, () => {}]) {
      await expect(send({ ...given, body })).rejects.toMatchObject({
        kind: "argument",
        message: "body must be a value that JSON can hold",
      });
    }
  });
});
