/**
 * Finds the place that a change of oasdiff is about: its operation, and there what its check names.
 * oasdiff gives path, operation and check; names only in its sentence, in backticks.
 */
import { type Contract, isObject, valueAt } from "@partner-center/spec";
import type { NormalForm } from "../normal-form/normal-form.ts";
import { type Place, resolvePlace } from "../places.ts";

export interface OasdiffChange {
  id: string;
  text: string;
  level: number;
  path?: string;
  operation?: string;
}

const choices = ["allOf", "oneOf", "anyOf"];
/** Checks that compare whether there is a property, and not what it holds. */
const ofPresence = /^new-|-(removed|added)(-|$)|-became-(required|optional)|-(read|write)-only/;

/** The names in a sentence: properties, parameters, values, statuses. */
export function namesIn({ text }: OasdiffChange): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}

/** The place in the normal form of both; undefined when the names lead nowhere. */
export function placeIn({ contracts }: NormalForm, change: OasdiffChange): Place | undefined {
  for (const contract of [contracts.revision, contracts.base]) {
    const place = placeInContract(contract, change);
    if (place) return place;
  }
  return undefined;
}

function placeInContract(contract: Contract, change: OasdiffChange): Place | undefined {
  const { id, path, operation } = change;
  const names = namesIn(change);
  if (!path || !operation) return componentOf(contract, names);
  const at = ["paths", path, operation.toLowerCase()];
  if (/-parameter(-|$)/.test(id)) return parameterOf(contract, at, names);
  if (!/(request|response)-(\w+-)*(property|body)/.test(id)) return undefined;
  const bodies = id.includes("response") ? responsesOf(contract, at) : [[...at, "requestBody"]];
  for (const name of id.includes("-property") ? names : []) {
    for (const schema of bodies.flatMap((body) => schemasOf(contract, body))) {
      const place = propertyOf(contract, schema, partsOf(name));
      if (place) return ofPresence.test(id) ? place : resolvePlace(contract, place);
    }
  }
  return undefined;
}

function componentOf(contract: Contract, names: string[]): Place | undefined {
  for (const [kind, components] of Object.entries(contract.components ?? {})) {
    const name = names.find((one) => isObject(components) && one in components);
    if (name !== undefined) return ["components", kind, name];
  }
  return undefined;
}

function parameterOf(contract: Contract, operation: Place, names: string[]): Place | undefined {
  const lists = [operation, operation.slice(0, -1)].map((owner) => [...owner, "parameters"]);
  const places = lists.flatMap((list) =>
    keysAt(contract, list).map((index) => resolvePlace(contract, [...list, index])),
  );
  return places.find((place) => names.includes(String(valueAt(contract, [...place, "name"]))));
}

function responsesOf(contract: Contract, operation: Place): Place[] {
  const responses = [...operation, "responses"];
  return keysAt(contract, responses).map((status) => [...responses, status]);
}

function schemasOf(contract: Contract, body: Place): Place[] {
  const content = [...resolvePlace(contract, body), "content"];
  return keysAt(contract, content).map((type) => [...content, type, "schema"]);
}

function keysAt(contract: Contract, place: Place): string[] {
  return Object.keys(valueAt(contract, place) ?? {});
}

/** `tags`, `items` and `size` of `tags/items/size`; a part of a choice is its list and what is in it. */
function partsOf(name: string): string[] {
  return name.match(/\w+\[[^\]]*\]|[^/]+/g) ?? [];
}

function propertyOf(contract: Contract, schema: Place, parts: string[]): Place | undefined {
  const [part, ...rest] = parts;
  if (part === undefined) return schema;
  const at = resolvePlace(contract, schema);
  const object = valueAt(contract, at);
  if (!isObject(object)) return undefined;
  for (const inner of [["properties", part], ...(part === "items" ? [["items"]] : [])]) {
    const place = [...at, ...inner];
    if (valueAt(contract, place) !== undefined) return propertyOf(contract, place, rest);
  }
  const list = choices.find((choice) => part.startsWith(`${choice}[`));
  for (const choice of list ? [list] : choices) {
    for (const index of keysAt(contract, [...at, choice])) {
      const found = propertyOf(contract, [...at, choice, index], list ? rest : parts);
      if (found) return found;
    }
  }
  return undefined;
}
