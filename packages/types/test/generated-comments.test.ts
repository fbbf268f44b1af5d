/** The comments of what our own contract has none of. */
import { expect, test } from "vitest";
import { contractWith, reference, typesOf } from "./generated-types.ts";

test("the comment of a property says which side sends it, and the limits of its items", async () => {
  const { source } = await typesOf(
    contractWith({
      Thing: {
        type: "object",
        properties: {
          id: { type: "string", readOnly: true },
          secret: { type: "string", writeOnly: true },
          names: { type: "array", maxItems: 9, items: { type: "string", maxLength: 50 } },
          part: { allOf: [reference("Part")], nullable: true },
        },
      },
      Part: { type: "string", description: "A part." },
    }),
  );
  expect(source).toContain(`export interface Thing {
    /** Read-only: responses have it, requests leave it out. */
    readonly id?: string;
    /** Write-only: requests have it, responses leave it out. */
    secret?: string;
    /**
     * Constraints: maxItems \`9\`.
     *
     * Each item: maxLength \`50\`.
     */
    names?: string[];
    /** A part. */
    part?: Part | null;
}`);
});

test("a value of an enum without a description is listed", async () => {
  const { source } = await typesOf(
    contractWith({
      Size: { type: "string", enum: ["s", "l"], "x-enumDescriptions": { s: "Small." } },
    }),
  );
  expect(source).toContain(" * - `s`: Small.\n * - `l`\n");
});

test("a narrowed discriminator keeps its description", async () => {
  const { source } = await typesOf(
    contractWith({
      Pet: { oneOf: [reference("Cat")], discriminator: { propertyName: "kind" } },
      Cat: { type: "object", properties: { kind: { type: "string", description: "Which pet." } } },
    }),
  );
  expect(source).toContain(`    /**
     * Which pet.
     * @enum {string}
     */
    kind?: "Cat";`);
});

test("operations of paths, path items and webhooks have the comments of their places", async () => {
  const get = (operationId: string) => ({
    get: { operationId, description: `Does ${operationId}.` },
  });
  const { source } = await typesOf({
    ...contractWith({}),
    paths: { "/a": get("aThing"), "/b": { $ref: "#/components/pathItems/b-item" } },
    webhooks: { called: { get: { ...get("called").get, deprecated: true } } },
    components: { pathItems: { "b-item": get("bThing") } },
  });
  expect(source).toContain("    /** Does aThing. */\n    aThing: {");
  expect(source).toContain("    /** Does bThing. */\n    bThing: {");
  expect(source).toContain(
    "     * Does called.\n     *\n     * @deprecated\n     */\n    called: {",
  );
  expect(source).toContain(
    "/** The calls that the service makes, by their names. */\nexport interface webhooks {",
  );
});
