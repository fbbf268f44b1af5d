/** The comments in the types, which editors show: they say what the contract says. */
import { readFileSync } from "node:fs";
import {
  isObject,
  operationsOf,
  parseContract,
  readBundle,
  resolve,
  schemasOf,
} from "@partner-center/spec";
import ts from "typescript";
import { expect, test } from "vitest";

const code = readFileSync(new URL("../src/openapi.ts", import.meta.url), "utf8");
const source = ts.createSourceFile("openapi.ts", code, ts.ScriptTarget.Latest, true);
const contract = parseContract(readBundle());

/** The comment of every type and property by its path, such as `Order.status`; empty for none. */
const comments = new Map<string, string>();
readComments(source, "");

function readComments(node: ts.Node, path: string): void {
  ts.forEachChild(node, (child) => {
    const isNamed =
      ts.isInterfaceDeclaration(child) ||
      ts.isTypeAliasDeclaration(child) ||
      ts.isPropertySignature(child);
    if (!isNamed) return readComments(child, path);
    const name = child.name.getText(source).replaceAll('"', "");
    const at = path ? `${path}.${name}` : name;
    const comment = ts.getJSDocCommentsAndTags(child).map((each) => each.getFullText(source));
    comments.set(
      at,
      comment
        .join("\n")
        .replaceAll(/^\s*\* ?/gm, "")
        .replaceAll("*\\/", "*/"),
    );
    readComments(child, at);
  });
}

/** What the contract says of an object. */
function factsOf(object: object): string[] {
  const { schema, ...own }: { schema?: unknown; [key: string]: unknown } = { ...object };
  const said = { ...(isObject(schema) ? schema : {}), ...own };
  const texts = ["summary", "description", "format", "x-dotnet-type", "x-addition"];
  const maps = ["x-enumDescriptions", "x-enumAdditions"];
  const limits = ["minimum", "maximum", "minLength", "maxLength", "pattern", "minItems"];
  const examples = [said.example, ...(Array.isArray(said.examples) ? said.examples : [])];
  return [
    ...texts.flatMap((key) => (said[key] === undefined ? [] : [String(said[key]).trim()])),
    ...maps.flatMap((key) => Object.values({ ...Object(said[key]) }).map(String)),
    ...limits.flatMap((key) => (said[key] === undefined ? [] : [`${key} \`${said[key]}\``])),
    ...examples.flatMap((value) =>
      value === undefined ? [] : [`@example ${JSON.stringify(value)}`],
    ),
    ...(said.default === undefined ? [] : [`@default ${JSON.stringify(said.default)}`]),
    ...(said.deprecated === true ? ["@deprecated"] : []),
  ];
}

const { responses = {}, parameters = {}, headers = {} } = contract.components ?? {};
const described: [path: string, object: object][] = [
  ...Object.entries(schemasOf(contract)).flatMap(([name, schema]): [string, object][] => [
    [name, schema],
    ...Object.entries(schema.properties ?? {}).map(([property, value]): [string, object] => [
      `${name}.${property}`,
      value,
    ]),
  ]),
  ...Object.entries({ responses, parameters, headers }).flatMap(([kind, group]) =>
    Object.entries(group).map(([name, value]): [string, object] => [
      `components.${kind}.${name}`,
      value,
    ]),
  ),
  ...operationsOf(contract).flatMap(({ id, operation }): [string, object][] => [
    [`operations.${id}`, operation],
    ...(operation.parameters ?? []).map((reference): [string, object] => {
      const parameter = resolve(contract, reference);
      return [`operations.${id}.parameters.${parameter.in}.${parameter.name}`, parameter];
    }),
  ]),
];

test("the comment of everything in the contract says what the contract says of it", () => {
  const missing = described.flatMap(([path, object]) =>
    factsOf(object)
      .filter((fact) => !comments.get(path)?.includes(fact))
      .map((fact) => `${path}: ${fact}`),
  );
  expect(described.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

/** OpenAPI's own words, statuses, media types and URLs, within the contract's tree. */
const grammar =
  /^(paths|components|operations)\b.*\.(parameters|query|header|path|cookie|requestBody|requestBodies|responses|headers|content|schemas|pathItems|put|post|delete|options|head|patch|trace|\d+|\w+\/\w+|\/.*)$/;

test("every type and property has a comment", () => {
  const silent = [...comments].filter(([path, comment]) => comment === "" && !grammar.test(path));
  expect(silent.map(([path]) => path)).toEqual([]);
});
