/** Small edits of a contract, for the pairs of the corpus. */
import { isObject, type JsonObject, parsePointer, valueAt } from "@partner-center/spec";

/** Changes the contract in place. */
export type Edit = (contract: JsonObject) => void;

const path = "/v{version}/customers/{customer_id}/orders/{order_id}";
const shorthands: [RegExp, string][] = [
  [/^get\b/, `/paths/${path.replaceAll("/", "~1")}/get`],
  [/^path\b/, `/paths/${path.replaceAll("/", "~1")}`],
  [/^(param|response|header|schema)\//, "/components/$1s/"],
  [/^([A-Z]\w+)\.(\w+)/, "/components/schemas/$1/properties/$2"],
  [/^([A-Z]\w+)/, "/components/schemas/$1"],
];

/**
 * The parts of a place. `Order.status` is a property of a schema, `Order` the schema,
 * `param/order_id` a parameter, `get/responses/403` a part of the operation, `/servers/0` a pointer.
 */
function parts(place: string): string[] {
  const [pattern, start] = shorthands.find(([shorthand]) => shorthand.test(place)) ?? [/^/, ""];
  return parsePointer(place.replace(pattern, start).replace("/params/", "/parameters/"));
}

function holder(contract: JsonObject, place: string): [JsonObject | unknown[], string] {
  const all = parts(place);
  const parent = valueAt(contract, all.slice(0, -1));
  if (!isObject(parent) && !Array.isArray(parent)) throw new Error(`Nothing to edit at ${place}`);
  return [parent, all.at(-1) ?? ""];
}

/** Pairs share values; an edit of one must not reach the others. */
function copy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Puts a value there, in place of what is there. */
export function set(place: string, value: unknown): Edit {
  return (contract) => {
    const [parent, key] = holder(contract, place);
    Object.assign(parent, { [key]: copy(value) });
  };
}

/** Puts a value at the end of a list. */
export function append(place: string, value: unknown): Edit {
  return (contract) => {
    const list = valueAt(contract, parts(place));
    if (!Array.isArray(list)) throw new Error(`${place} is not a list`);
    list.push(copy(value));
  };
}

/** Removes a property by its key, or an item by its index, its name or the end of its reference. */
export function remove(place: string): Edit {
  return (contract) => {
    const [parent, key] = holder(contract, place);
    if (!Array.isArray(parent)) {
      if (!(key in parent)) throw new Error(`There is no ${place} to remove`);
      delete parent[key];
      return;
    }
    const index = parent.findIndex(
      (item, at) =>
        `${at}` === key ||
        item === key ||
        (isObject(item) && (item.name === key || String(item.$ref).endsWith(`/${key}`))),
    );
    if (index < 0) throw new Error(`There is no ${place} to remove`);
    parent.splice(index, 1);
  };
}

/** Removes a property if it is there, for an edit that adds it. */
export function without(place: string): Edit {
  return (contract) => {
    const [parent, key] = holder(contract, place);
    if (!Array.isArray(parent)) delete parent[key];
  };
}

/** Gives a property another key, and keeps the order. */
export function rename(place: string, name: string): Edit {
  return (contract) => {
    const [parent, key] = holder(contract, place);
    if (Array.isArray(parent) || !(key in parent))
      throw new Error(`There is no ${place} to rename`);
    const entries = Object.entries(parent);
    for (const [old] of entries) delete parent[old];
    for (const [old, value] of entries) parent[old === key ? name : old] = value;
  };
}

/** Renames a component, and points all references to it. */
export function renameComponent(place: string, name: string): Edit {
  return (contract) => {
    const old = `#/${parts(place).join("/")}`;
    rename(place, name)(contract);
    const repoint = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(repoint);
      if (!isObject(value)) return;
      if (value.$ref === old) value.$ref = `${old.slice(0, old.lastIndexOf("/"))}/${name}`;
      Object.values(value).forEach(repoint);
    };
    repoint(contract);
  };
}

/** Reverses the order of a list or of properties. */
export function reverse(place: string): Edit {
  return (contract) => {
    const value = valueAt(contract, parts(place));
    if (Array.isArray(value)) value.reverse();
    else if (isObject(value)) {
      const entries = Object.entries(value).reverse();
      for (const [key] of entries) delete value[key];
      Object.assign(value, Object.fromEntries(entries));
    } else throw new Error(`There is nothing to reverse at ${place}`);
  };
}

export function all(...edits: Edit[]): Edit {
  return (contract) => {
    for (const edit of edits) edit(contract);
  };
}
