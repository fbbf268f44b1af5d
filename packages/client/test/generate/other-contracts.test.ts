import { join } from "node:path";
import { bundleContract } from "@partner-center/spec/redocly";
import { expect, it } from "vitest";
import { generateClient } from "../../generate/client.ts";
import { compile } from "./grown.ts";

const folder = join(import.meta.dirname, "../../../../spec/test/contracts");

it.each([
  ["agreements", []],
  [
    "marketplace",
    [
      "the body of its request is not JSON",
      "the body of its request is not JSON",
      "the body of its success is not JSON",
      'the cookie parameter "session" is a cookie, which openapi-fetch leaves out',
      'its operationId "resolve-subscription" is no identifier',
      'the query parameter "pageSize" and "page-size" would both be the argument pageSize',
    ],
  ],
])("the client of %s compiles, without what it refuses", async (name, refused) => {
  const bundle = await bundleContract(join(folder, `${name}.yaml`));
  const found: string[] = [];
  generateClient(bundle, (_place, problem) => found.push(problem));
  expect(found).toEqual(refused);
  expect((await compile(bundle, "", () => {})).problems).toEqual([]);
});
