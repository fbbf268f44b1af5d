/** What a guide shows of an operation: a call beside its response, and "Try it". */
import type { Contract } from "@partner-center/spec";
import { expect, test } from "vitest";
import { textsIn } from "../page/interface-texts.ts";
import { languages } from "../page/languages.ts";
import { renderGuide } from "../page/markdown.ts";
import { bodyOf } from "../page/page.ts";
import { embeddedOperations } from "../sources/embedded-operations.ts";
import { pagesIn } from "../sources/pages.ts";
import { contractIn } from "../sources/reference/localise-contract.ts";

/** The contract with an operation that stands before all others. */
function withOneBefore(contract: Contract): Contract {
  const get = { operationId: "listOrders", tags: ["Orders"], responses: { 204: {} } };
  return { ...contract, paths: { "/v1/orders": { get }, ...contract.paths } };
}

test.each(languages)(
  "guides show the operation that they name, not the first, %s",
  async (language) => {
    const pages = await pagesIn(language, withOneBefore(await contractIn(language)));
    const textAt = (path: string) => {
      const page = pages.find((each) => each.path === path);
      return page && bodyOf(page).text;
    };
    expect(textAt("")).toContain('class="call-and-response"');
    expect(textAt("try/")).toContain("&quot;name&quot;:&quot;getOrder&quot;");
  },
);

test.each([
  ["```try operation=getOrders\n```\n", "The contract has no operation getOrders;"],
  ["```ts call=getOrder/order-42\n```\n", "The responses of getOrder have no example order-42"],
])("a guide that names what is not there is refused: %j", async (guide, message) => {
  const operations = embeddedOperations(await contractIn("en"), textsIn("en"));
  expect(() => renderGuide(guide, { diagrams: {}, ...operations })).toThrow(message);
});
