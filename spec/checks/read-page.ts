/**
 * Reads the facts out of the text of the vendor's reference page, as copied from a browser.
 *
 * Usage: node checks/read-page.ts PAGE > checks/reference-page.facts.json
 */
import { readFileSync } from "node:fs";
import type { Facts, MemberType, ParameterFact, ResponseFact } from "./facts.ts";

/** The headings of the page, which is in Polish. */
const headings = {
  parameters: "Parametry identyfikatora URI",
  headers: "Nagłówek żądania",
  responses: "Odpowiedzi",
  definitions: "Definicje",
};
const tableHead = "Nazwa Typ Opis";

export function readPage(page: string): Facts {
  const lines = page.split(/\r?\n/).flatMap((line) => line.trim() || []);
  const call = lines.map((line) => /^(GET) (https:\/\/[^/]+)([^?]+)$/.exec(line)).find(Boolean);
  const [, method, server, path] = call ?? [];
  if (!method || !server || !path) throw new Error("The page shows no call.");
  const section = (from: string, to?: string) => {
    const start = lines.indexOf(from);
    const end = to === undefined ? lines.length : lines.indexOf(to);
    if (start < 0 || end < 0) throw new Error(`The page lacks the heading "${from}" or "${to}".`);
    return lines.slice(start + 1, end);
  };
  return {
    method: method.toLowerCase(),
    server,
    path,
    parameters: Object.fromEntries([
      ...readParameters(section(headings.parameters, headings.headers)),
      ...readHeaders(section(headings.headers, headings.responses)),
    ]),
    responses: readResponses(section(headings.responses, headings.definitions)),
    definitions: readDefinitions(section(headings.definitions)),
  };
}

/** A name, a line with the place and perhaps "True", and the type. */
function readParameters(lines: string[]): [string, ParameterFact][] {
  return lines.flatMap((line, index) => {
    const [, place, required] = /^(path|query)( True)?$/.exec(line) ?? [];
    const name = lines[index - 1];
    const type = lines[index + 1];
    if (!place || !name || !type) return [];
    return [[name, { in: place, required: required !== undefined, type }]];
  });
}

/** A name and perhaps "True" on one line, and the type on the next. */
function readHeaders(lines: string[]): [string, ParameterFact][] {
  return lines.flatMap((line, index) => {
    const [, name, required] = /^([\w-]+)( True)?$/.exec(line) ?? [];
    const type = lines[index + 1];
    if (!name || type !== "string") return [];
    return [[name, { in: "header", required: required !== undefined, type }]];
  });
}

/** A line with the status, the type unless it is an error, words, and a line of media types. */
function readResponses(lines: string[]): { [status: string]: ResponseFact } {
  const responses: { [status: string]: ResponseFact } = {};
  let current: ResponseFact = { mediaTypes: [] };
  for (const line of lines) {
    const [, status] = /^(\d{3}) [A-Z]/.exec(line) ?? [];
    if (status) {
      current = { mediaTypes: [] };
      responses[status] = current;
    } else if (line.startsWith("Media Types:")) {
      current.mediaTypes = [...line.matchAll(/"([^"]+)"/g)].map(([, mediaType]) => `${mediaType}`);
    } else if (isDotnetName(line)) {
      current.type = line;
    }
  }
  return responses;
}

/**
 * A list of all definitions, then a table for each in the same order. Some tables lost their heading
 * when the page was copied, so each takes the name at its place in the list; the headings that are
 * left must agree with it.
 */
function readDefinitions(lines: string[]): Facts["definitions"] {
  const starts = lines.flatMap((line, index) => (line === tableHead ? index : []));
  const names = [...new Set(lines.slice(0, starts[0]).filter(isDotnetName))];
  if (names.length !== starts.length) {
    throw new Error(`The page lists ${names.length} definitions and has ${starts.length} tables.`);
  }
  const definitions: Facts["definitions"] = {};
  let heading: string | undefined;
  for (const [index, name] of names.entries()) {
    if (heading !== undefined && heading !== name) {
      throw new Error(`Table ${index + 1} is headed ${heading}, but the list says ${name}.`);
    }
    const start = (starts[index] ?? 0) + 1;
    const table = readTable(lines.slice(start, starts[index + 1]));
    definitions[name] = table.members;
    heading = table.nextHeading;
  }
  return definitions;
}

/** Members as a name and a type, or a name with "enum:" and its values; the next heading may follow. */
function readTable(lines: string[]): {
  members: { [member: string]: MemberType };
  nextHeading?: string;
} {
  const members: { [member: string]: MemberType } = {};
  for (let index = 0; index < lines.length; index += 1) {
    const line = `${lines[index]}`;
    if (isDotnetName(line)) return { members, nextHeading: line };
    const [, enumName] = /^(\w+) enum:$/.exec(line) ?? [];
    if (enumName) {
      const values = [];
      while (lines[index + 1]?.startsWith("•")) values.push(`${lines[++index]}`.slice(1).trim());
      members[enumName] = values;
    } else {
      const type = lines[++index];
      if (type === undefined) throw new Error(`The member ${line} has no type.`);
      members[line] = type;
    }
  }
  return { members };
}

function isDotnetName(line: string): boolean {
  return /^[A-Z]\w+(\.\w+)+(\[[\w.,]+\])?$/.test(line);
}

if (import.meta.main) {
  const [file] = process.argv.slice(2);
  if (!file) {
    console.error("Usage: node checks/read-page.ts PAGE > checks/reference-page.facts.json");
    process.exit(2);
  }
  console.log(JSON.stringify(readPage(readFileSync(file, "utf8")), null, 2));
}
