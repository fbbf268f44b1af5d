/** What an operation gives: the type of its result, and how its body is recognised. */
import {
  bodyTypesOf,
  type Contract,
  isJson,
  isObject,
  type MediaType,
  type Named,
  type PlacedOperation,
  referenceName,
  resolve,
  responsesOf,
  type Schema,
} from "@partner-center/spec";
import type { Problem } from "./read-parameters.ts";
import { typeNamesOf } from "./type-names.ts";
import { checkedType, typesOf } from "./value-types.ts";

/** The bodies of an operation's successes. */
export interface Success {
  /** In TypeScript: `Order`, `Order | undefined`. */
  readonly typescript: string;
  /** The exported types that it names. */
  readonly imports: readonly string[];
  /** Without any, a success has no body. */
  readonly shapes: readonly Shape[];
}

/** How a body is recognised. */
export interface Shape {
  /** The type that it has in TypeScript. */
  readonly name: string;
  /** As the client checks it. */
  readonly checked: string;
  /** Of an object, those that tell it from others; none if any object will do. */
  readonly properties: readonly string[];
}

/** Reads the successes of an operation. */
export function readSuccess(
  contract: Contract,
  { operation }: PlacedOperation,
  typeName: string,
  problem: Problem,
): Success {
  const contents = responsesOf(contract, operation, "success").map(([, { content }]) => content);
  if (!contents.length) problem("it declares no success");
  const names = typeNamesOf(contract);
  const isWhole = (content?: Named<MediaType>) => !content || !Object.keys(content).length;
  const schemas = contents.flatMap((content) =>
    isWhole(content) ? [undefined] : schemasIn(content, problem),
  );
  const shapes = schemas.map((schema): Shape => {
    if (!schema) return { name: "undefined", checked: "undefined", properties: [] };
    const name = names.get(referenceName(schema) ?? "") ?? `${typeName}Response`;
    const checked = checkedType(typesOf(contract, schema));
    return { name, checked, properties: signsOf(propertiesOf(contract, schema)) };
  });
  const byName = new Map<string, Shape>();
  for (const shape of shapes) byName.set(shape.name, eitherOf(byName.get(shape.name), shape));
  const distinct = [...byName.values()];
  const isEmpty = distinct.every(({ name }) => name === "undefined");
  // An alias for inline schemas stands for all bodies, also for none.
  const alias = `${typeName}Response`;
  const types = distinct.some(({ name }) => name === alias)
    ? [alias]
    : distinct.map(({ name }) => name);
  return {
    typescript: types.join(" | "),
    imports: types.filter((name) => name !== "undefined"),
    shapes: isEmpty ? [] : distinct,
  };
}

/** The shape of a body that has either: schemas without a name share the type of their operation. */
function eitherOf(one: Shape | undefined, other: Shape): Shape {
  if (!one) return other;
  const shapes = [one, other];
  const isAny = shapes.some(({ checked }) => checked === "value");
  const types = new Set(shapes.flatMap(({ checked }) => checked.split(" or ")));
  const objects = shapes.filter(({ checked }) => /object|value/.test(checked));
  const isAnyObject = objects.some(({ properties }) => !properties.length);
  const names = new Set(objects.flatMap(({ properties }) => properties));
  return {
    name: other.name,
    checked: isAny ? "value" : [...types].join(" or "),
    properties: isAnyObject ? [] : [...names],
  };
}

/** The schemas of a body's JSON. */
function schemasIn(content: Named<MediaType> | undefined, problem: Problem): Schema[] {
  const types = bodyTypesOf(content).filter(([name]) => isJson(name));
  if (!types.length) problem("the body of its success is not JSON");
  return types.map(([, { schema = {} }]) => schema);
}

/** Properties that all kinds of resources have, lists too: they tell nothing about which it is. */
const common = /^(attributes|links)$/;

const signsOf = (names: readonly string[] | undefined = []): readonly string[] => {
  const telling = names.filter((name) => !common.test(name));
  return telling.length ? telling : names;
};

/** The properties that a schema knows, with those of its parts; undefined if it knows any name. */
function propertiesOf(
  contract: Contract,
  schema: Schema,
  path: Schema[] = [],
): string[] | undefined {
  const resolved = resolve(contract, schema);
  if (path.includes(resolved)) return [];
  const { properties, additionalProperties, allOf = [], oneOf = [], anyOf = [] } = resolved;
  if (isObject(additionalProperties)) return undefined;
  const below = (part: Schema) => propertiesOf(contract, part, [...path, resolved]);
  const branches = [...oneOf, ...anyOf].map(below);
  if (branches.includes(undefined)) return undefined;
  const parts = [Object.keys(properties ?? {}), ...allOf.map(below), ...branches];
  const names = parts.flatMap((part) => part ?? []);
  return names.length ? [...new Set(names)] : undefined;
}
