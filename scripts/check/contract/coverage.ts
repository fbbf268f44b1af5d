/** Says how much of a contract each part covers, and what it does not. */
import { formatPointer, type PlacedOperation } from "@partner-center/spec";
import type { Made, Refusal } from "./make-packages.ts";

/** How many of the operations and schemas of a contract a part covers. */
export interface Coverage {
  name: string;
  operations: string;
  schemas: string;
  /** What it leaves out, a line each. */
  gaps: string[];
}

/** How much of the contract a part covers. What it refuses a part of is not covered. */
export function coverageOf(
  { name, refusals, notes = [], crash }: Made,
  operations: readonly PlacedOperation[],
  schemas: readonly string[],
): Coverage {
  const isRefused = (...place: string[]) =>
    crash !== undefined ||
    refusals.some((refusal) => place.every((part, index) => refusal.place[index] === part));
  const kept = operations.filter(({ path, method }) => !isRefused("paths", path, method));
  const keptSchemas = schemas.filter((schema) => !isRefused("components", "schemas", schema));
  return {
    name,
    operations: `${kept.length} of ${operations.length}`,
    schemas: `${keptSchemas.length} of ${schemas.length}`,
    gaps: [...refusals.map(describe), ...notes],
  };
}

/** `POST /media: the body is multipart/form-data; send it with createFetch`. */
function describe({ place, problem, wayOut }: Refusal): string {
  return `${describePlace(place)}: ${problem}; ${wayOut}`;
}

function describePlace(place: readonly string[]): string {
  const [kind, first = "", second = "", ...rest] = place;
  if (kind === "paths" && second) return [`${second.toUpperCase()} ${first}`, ...rest].join(" ");
  if (kind === "components" && second) return [`${first}/${second}`, ...rest].join(" ");
  return formatPointer(place);
}

/** A table for terminals, and below it what is left out. */
export function describeCoverage(parts: readonly Coverage[]): string {
  const heads = { name: "", operations: "operations", schemas: "schemas" };
  const width = (key: "name" | "operations" | "schemas") =>
    Math.max(...[heads, ...parts].map((part) => part[key].length));
  const widths = [width("name"), width("operations"), width("schemas")] as const;
  const line = ({ name, operations, schemas }: typeof heads) =>
    `  ${name.padEnd(widths[0])}  ${operations.padStart(widths[1])}  ${schemas.padStart(widths[2])}`.trimEnd();
  const gaps = parts.flatMap(({ name, gaps }) => gaps.map((gap) => `  ${name}: ${gap}`));
  const left = gaps.length > 0 ? ["", "What could not be shown:", ...gaps] : [];
  return [line(heads), ...parts.map(line), ...left].join("\n");
}
