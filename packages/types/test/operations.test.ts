import type { Contract, Operation } from "@partner-center/spec";
import { expect, test } from "vitest";
import { contractWith, json, problemsWith, reference, typesOf } from "./generated-types.ts";

const thing = {
  Thing: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
};
const created = { "201": json(reference("Thing")) };

test("the body of a request has a name of its own", async () => {
  const contract = contractWith(thing, [
    { operationId: "createThing", requestBody: { required: true, ...json(reference("Thing")) } },
  ]);
  expect((await typesOf(contract)).source).toContain(`/** Body of a request of \`createThing\`. */
export type CreateThingBody = operations["createThing"]["requestBody"]["content"]["application/json"];
`);
  const use =
    'take<CreateThingBody>({ id: "1" });\n// @ts-expect-error\ntake<CreateThingBody>({});';
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("a body that may be left out is the body, not undefined", async () => {
  const contract = contractWith(thing, [
    { operationId: "createThing", requestBody: json(reference("Thing")) },
  ]);
  expect((await typesOf(contract)).source).toContain("`createThing`; it may be left out. */");
  const use = "// @ts-expect-error\ntake<CreateThingBody>(undefined);";
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("an operation without a request body has no type for one", async () => {
  const { source } = await typesOf(contractWith(thing, [{ operationId: "createThing" }]));
  expect(source).not.toContain("CreateThingBody");
});

test("every JSON media type with a schema of its own is a body, others are none", async () => {
  const content = {
    "text/csv": { schema: { type: "string" } },
    "application/json": { schema: reference("Thing") },
    "text/json": { schema: reference("Thing") },
    "application/merge-patch+json": { schema: { type: "number" } },
  };
  const contract = contractWith(thing, [
    { operationId: "patchThing", requestBody: { required: true, content } },
  ]);
  const use = `take<PatchThingBody>({ id: "1" }); take<PatchThingBody>(1);
// @ts-expect-error
take<PatchThingBody>("id");`;
  expect(await problemsWith(contract, use)).toEqual([]);
});

test.each<[string, Operation["responses"], string]>([
  ["2XX", { "2XX": json(reference("Thing")) }, "Thing"],
  ["200 and 204", { "200": json(reference("Thing")), "204": {} }, "Thing | undefined"],
  [
    "200 and 202",
    { "200": json(reference("Thing")), "202": json({ type: "number" }) },
    "Thing | number",
  ],
  ["default alone", { default: json(reference("Thing")) }, "Thing"],
  ["201 and default", { ...created, default: json({ type: "number" }) }, "Thing"],
  ["302 alone", { "302": {} }, "never"],
])("with %s, the response is a success's body", async (_statuses, responses = {}, type) => {
  const use = `type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
take<Same<GetThingResponse, ${type}>>(true);`;
  const contract = contractWith(thing, [{ operationId: "getThing", responses }]);
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("an operationId is a name with dashes, or a character that JSON pointers know", async () => {
  const contract = contractWith(thing, [
    { operationId: "create-thing", requestBody: json(reference("Thing")), responses: created },
    { operationId: "things#list/all", responses: created },
  ]);
  const use = `take<CreateThingBody>({ id: "1" });
take<CreateThingResponse>({ id: "1" });
take<ThingsListAllResponse>({ id: "1" });
take<ThingsListAllParams>({});`;
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("without an operationId, the types are named after method and path", async () => {
  const contract = contractWith(thing, [
    { responses: created, requestBody: json({ type: "string" }) },
  ]);
  const { source } = await typesOf(contract);
  expect(source).toContain('export type Post0Response = paths["/0"]["post"]["responses"][201]');
  expect(
    await problemsWith(contract, 'take<Post0Response>({ id: "" }); take<Post0Body>("");'),
  ).toEqual([]);
});

test("of two operations with one operationId, the second is refused and named by its place", async () => {
  const twins = [{ operationId: "getThing" }, { operationId: "getThing" }];
  const contract = contractWith(thing, twins);
  const { source, refusals } = await typesOf(contract);
  expect(refusals).toEqual(['paths//1/post: its operationId "getThing" is that of post /0 too']);
  expect(source).toContain("export type Post1Params");
  expect(await problemsWith(contract)).toEqual([]);
});

test("a schema that is an operation's body may be called like it, and is that type", async () => {
  const contract = contractWith({ CreateThingResponse: { type: "string" } }, [
    { operationId: "createThing", responses: { "201": json(reference("CreateThingResponse")) } },
  ]);
  const { source, refusals } = await typesOf(contract);
  expect(refusals).toEqual([]);
  expect(source.match(/export type CreateThingResponse /g)).toHaveLength(1);
  expect(await problemsWith(contract, 'take<CreateThingResponse>("");')).toEqual([]);
});

test("a schema that is called like another type of an operation stays in components", async () => {
  const contract = contractWith({ CreateThingResponse: { type: "string" } }, [
    {
      operationId: "createThing",
      responses: { "201": json({ type: "array", items: reference("CreateThingResponse") }) },
    },
  ]);
  expect((await typesOf(contract)).refusals).toEqual([
    "components/schemas/CreateThingResponse: CreateThingResponse is a type of the operation " +
      "createThing, and another one",
  ]);
  const use = `take<CreateThingResponse>([""]);
take<components["schemas"]["CreateThingResponse"]>("");`;
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("webhooks, path items and components with dashes compile", async () => {
  const contract = contractWith(thing, []);
  const operation = {
    operationId: "thing-changed",
    parameters: [{ $ref: "#/components/parameters/If-Match" }],
    requestBody: { $ref: "#/components/requestBodies/the.thing" },
    responses: { "200": { $ref: "#/components/responses/no-content" } },
  };
  const components: Contract["components"] = {
    ...contract.components,
    parameters: { "If-Match": { name: "If-Match", in: "header", schema: { type: "string" } } },
    requestBodies: { "the.thing": json(reference("Thing")) },
    responses: { "no-content": { description: "Done." } },
    pathItems: { "the-item": { get: { ...operation, operationId: "get-thing" } } },
  };
  const document: Contract = {
    ...contract,
    components,
    webhooks: { "thing-changed": { post: operation } },
    paths: { "/item": { $ref: "#/components/pathItems/the-item" } },
  };
  const use = `take<GetThingBody>({ id: "1" });
take<webhooks["thing-changed"]["post"]["requestBody"]>({ content: { "application/json": { id: "" } } });`;
  expect(await problemsWith(document, use)).toEqual([]);
});
