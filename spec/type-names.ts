/** The names under which the types of a contract are exported. */
import { bodyTypesOf, requestBodyOf, responsesOf } from "./bodies.ts";
import { typeNameOf } from "./names.ts";
import type { Contract, MediaType, Named } from "./openapi.ts";
import { operationsOf, type PlacedOperation, schemaNameOf, schemasOf } from "./parts.ts";
import { type Refuse, throwRefusal } from "./refusal.ts";

/** What the package of types exports beside what a contract names. */
const ownNames = "paths webhooks components operations $defs specVersion specSha256";

/** What TypeScript accepts neither as the name of an interface nor as that of a type. */
const reservedNames =
  "any await bigint boolean break case catch class const continue debugger default delete do else " +
  "enum export extends false finally for function if implements import in instanceof interface let " +
  "never new null number object package private protected public return static string super switch " +
  "symbol this throw true try typeof undefined unknown var void while with yield";

const takenNames = new Set(`${ownNames} ${reservedNames}`.split(" "));

/**
 * The name that something is exported by: its own when that can be a type's, else `typeNameOf` it, with
 * `_` before a digit. Nothing else in the contract changes it. Undefined for a name without letters.
 */
export function exportedNameOf(name: string): string | undefined {
  if (/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) && !takenNames.has(name)) return name;
  const mapped = typeNameOf(name);
  return (/^\d/.test(mapped) ? `_${mapped}` : mapped) || undefined;
}

/**
 * The type of each component schema: `usage.event` → `UsageEvent`. A schema that is added later renames
 * none of the others. One that is refused has no name of its own.
 *
 * A schema called like a type of an operation, such as `CreateOrderResponse`, is that type, provided
 * that the operation's body is just that schema.
 */
export function schemaTypeNames(
  contract: Contract,
  refuse: Refuse = throwRefusal,
): ReadonlyMap<string, string> {
  const names = Object.keys(schemasOf(contract));
  const ofOperations = operationTypes(contract);
  const owners = new Map<string, string>();
  // A schema that is called so precedes one whose name is mapped to it.
  const owned = [...names].sort((a, b) => Number(isMapped(a)) - Number(isMapped(b)));
  for (const name of owned) {
    const place = ["components", "schemas", name];
    const exported = exportedNameOf(name);
    const operation = ofOperations.get(exported ?? "");
    if (!exported) {
      refuse(place, "its name has no letter or digit for the name of a type", "rename the schema");
    } else if (owners.has(exported)) {
      const problem = `its type would be ${exported}, like that of "${owners.get(exported)}"`;
      refuse(place, problem, "rename one of the two");
    } else if (operation && operation.schema !== name) {
      const problem = `${exported} is a type of the operation ${operation.id}, and another one`;
      refuse(place, problem, "rename the schema or the operationId");
    } else {
      owners.set(exported, name);
    }
  }
  const byName = new Map([...owners].map(([exported, name]) => [name, exported]));
  return new Map(
    names.flatMap((name) => (byName.has(name) ? [[name, byName.get(name) ?? ""]] : [])),
  );
}

const isMapped = (name: string): boolean => exportedNameOf(name) !== name;

/**
 * What the names of an operation's types begin with, by the operation's id: `get-order` → `GetOrder`,
 * which has `GetOrderParams`, `GetOrderBody`, `GetOrderResponse` and `GetOrderError`.
 */
export function operationTypeNames(
  contract: Contract,
  refuse: Refuse = throwRefusal,
): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { id, path, method } of operationsOf(contract)) {
    const place = ["paths", path, method];
    const name = exportedNameOf(typeNameOf(id));
    const owner = owners.get(name ?? "");
    if (!name) {
      refuse(place, `no type can be named after "${id}"`, "give it an operationId");
    } else if (owner !== undefined) {
      const problem = `the types of "${id}" would be called ${name}…, like those of "${owner}"`;
      refuse(place, problem, "give it another operationId");
    } else {
      owners.set(name, id);
    }
  }
  return new Map([...owners].map(([name, id]) => [id, name]));
}

/** Each type of an operation by its name, with the schema that it is, if it is just that. */
function operationTypes(contract: Contract): Map<string, { id: string; schema?: string }> {
  const names = operationTypeNames(contract, () => {});
  return new Map(
    operationsOf(contract).flatMap((placed) => {
      const { id } = placed;
      const name = names.get(id);
      if (name === undefined) return [];
      return Object.entries(schemasOfTypes(contract, placed)).map(
        ([suffix, schema]): [string, { id: string; schema?: string }] => [
          `${name}${suffix}`,
          schema === undefined ? { id } : { id, schema },
        ],
      );
    }),
  );
}

/** The schema that each type of an operation is. */
function schemasOfTypes(contract: Contract, { operation }: PlacedOperation) {
  const schemaOf = (contents: (Named<MediaType> | undefined)[]): string | undefined => {
    const names = contents.flatMap((content) => {
      const types = bodyTypesOf(content);
      return types.length > 0
        ? types.map(([, { schema = {} }]) => schemaNameOf(schema))
        : [undefined];
    });
    const [name] = names;
    return names.every((each) => each === name) ? name : undefined;
  };
  const contentsOf = (kind: "success" | "error") =>
    responsesOf(contract, operation, kind).map(([, { content }]) => content);
  return {
    Params: undefined,
    Body: schemaOf([requestBodyOf(contract, operation)?.content]),
    Response: schemaOf(contentsOf("success")),
    Error: schemaOf(contentsOf("error")),
  };
}
