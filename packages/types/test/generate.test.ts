import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generateTypes } from "../generate/generate.ts";

const bundle = readFileSync(new URL("../../../spec/dist/openapi.json", import.meta.url), "utf8");

/** A contract of one operation, with the given schemas and responses. */
function contractWith(schemas: object, responses: object = { 204: { description: "Done." } }) {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Trial", version: "2.3.4" },
    paths: { "/things": { get: { operationId: "listThings", responses } } },
    components: { schemas },
  });
}

const json = (schema: object) => ({ description: "", content: { "application/json": { schema } } });

test("the same contract gives the same bytes", async () => {
  expect(await generateTypes(bundle)).toBe(await generateTypes(bundle));
});

test("a schema that is added is exported by its own name, and referred to by it", async () => {
  const types = await generateTypes(
    contractWith({
      Thing: { type: "object", properties: { part: { $ref: "#/components/schemas/Part" } } },
      Part: { type: "string" },
    }),
  );
  expect(types).toContain("export interface Thing {\n    part?: Part;\n}");
  expect(types).toContain("export type Part = string;");
  expect(types).toContain("        Thing: Thing;\n        Part: Part;\n");
});

test("an object with additional properties is an interface with an index signature", async () => {
  const types = await generateTypes(
    contractWith({
      Open: {
        type: "object",
        properties: { code: { type: "string" } },
        additionalProperties: true,
      },
    }),
  );
  expect(types).toContain(
    "export interface Open {\n    code?: string;\n    [key: string]: unknown;\n}",
  );
});

test("x-ms-enum with modelAsString makes an open enum with its list and guard", async () => {
  const types = await generateTypes(
    contractWith({
      ColorName: {
        type: "string",
        enum: ["red", "blue"],
        "x-ms-enum": { name: "ColorName", modelAsString: true },
      },
    }),
  );
  expect(types).toContain("export type ColorName = KnownColorName | (string & {});");
  expect(types).toContain('export type KnownColorName = "red" | "blue";');
  expect(types).toContain("export const colorNameValues: readonly KnownColorName[] = [");
  expect(types).toContain("export function isKnownColorName(value: unknown)");
});

test("the comment of an enum says what each value means, and where one beyond the page is from", async () => {
  const types = await generateTypes(
    contractWith({
      ColorName: {
        type: "string",
        enum: ["red", "blue"],
        "x-enumDescriptions": { red: "Like poppies.", blue: "Like the sky." },
        "x-enumAdditions": { blue: "https://example.com/sky" },
      },
    }),
  );
  expect(types).toContain(" * - `red`: Like poppies.\n");
  expect(types).toContain(
    " * - `blue`: Like the sky. Not on the reference page; source: https://example.com/sky\n",
  );
});

test("an enum without x-ms-enum stays closed and has no list", async () => {
  const types = await generateTypes(contractWith({ Size: { type: "string", enum: ["s", "l"] } }));
  expect(types).toContain('export type Size = "s" | "l";');
  expect(types).not.toContain("KnownSize");
});

test("the comment of a property has everything that the contract says about it", async () => {
  const types = await generateTypes(
    contractWith({
      Thing: {
        type: "object",
        properties: {
          // Called like a keyword on purpose.
          description: {
            type: "string",
            description: "First line.\n\nEnds a comment: */",
            format: "uuid",
            minLength: 3,
            pattern: "^a",
            default: "abc",
            example: "abd",
            examples: ["abe"],
            deprecated: true,
            "x-dotnet-type": "System.String",
            "x-addition": "a page",
          },
        },
      },
    }),
  );
  expect(types).toContain(`    /**
     * First line.
     *
     * Ends a comment: *\\/
     *
     * Format: uuid.
     *
     * Constraints: minLength \`3\`, pattern \`^a\`.
     *
     * .NET name: \`System.String\`.
     *
     * Not on the reference page; source: a page
     *
     * @deprecated
     * @default "abc"
     * @example "abd"
     * @example "abe"
     */
    description?: string;`);
});

test("a property that only refers to a schema gets its description", async () => {
  const types = await generateTypes(
    contractWith({
      Thing: { type: "object", properties: { part: { $ref: "#/components/schemas/Part" } } },
      Part: { type: "string", description: "A part." },
    }),
  );
  expect(types).toContain("    /** A part. */\n    part?: Part;");
});

test("an operation's bodies are named, whatever its statuses and media types", async () => {
  const types = await generateTypes(
    contractWith(
      { Thing: { type: "string" } },
      { 200: json({ $ref: "#/components/schemas/Thing" }), default: json({ type: "number" }) },
    ),
  );
  expect(types).toContain(
    'export type ListThingsResponse = operations["listThings"]["responses"][200]["content"]["application/json"];',
  );
  expect(types).toContain(
    'operations["listThings"]["responses"]["default"]["content"]["application/json"];',
  );
});

test("the response of an operation without bodies is undefined", async () => {
  const types = await generateTypes(contractWith({ Thing: { type: "string" } }));
  expect(types).toContain("export type ListThingsResponse = undefined;");
  expect(types).toContain("export type ListThingsError =\n    never;");
});

test("version and hash are those of the bundle", async () => {
  const types = await generateTypes(contractWith({}));
  expect(types).toContain('export const specVersion: string = "2.3.4";');
  expect(types).toMatch(/export const specSha256: string = "[0-9a-f]{64}";/);
});
