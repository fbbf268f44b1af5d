/** What a path through the generated types, such as `operations.getOrder.parameters`, means. */

/**
 * Who uses a type: readers of a response need each new value to be an old one, writers of a request
 * need each old value to be a new one.
 */
export type Direction = "reading" | "writing";

/** Parameters and bodies are written, components are read, and others as what they are part of. */
export function directionAt(path: string[], direction: Direction): Direction {
  const [root, group, part] = path;
  if (root === "components") {
    return group === "parameters" || group === "requestBodies" ? "writing" : "reading";
  }
  const parts = root === "operations" ? [part] : root === "paths" ? path.slice(2, 4) : [];
  return parts.includes("parameters") || parts.includes("requestBody") ? "writing" : direction;
}

/** `query`, `header`, `path` or `cookie` of an operation, which holds parameters. */
export function isParameterGroup([root, , part, ...rest]: string[]): boolean {
  return root === "operations" && part === "parameters" && rest.length === 1;
}

/** A component, or a media type of a body: one of several, so none is needed. */
export function isChoice([root, , part, inside, ...rest]: string[]): boolean {
  if (root === "components") return part !== undefined && inside === undefined;
  return part === "requestBody" && inside === "content" && rest.length === 1;
}

/** What the removal of a property is called there. */
export function removalOf(path: string[]): string {
  const [root, , group, , leaf] = path;
  const depth = path.length;
  if (root === "operations") {
    if (depth === 2) return "operation-removed";
    if (group === "parameters") return "parameter-removed";
    if (group === "responses" && depth === 4) return "status-removed";
    if (group === "responses" && leaf === "content") return "media-type-removed";
    if (isChoice(path)) return "media-type-removed";
  }
  if (root === "paths" && depth === 2) return "path-removed";
  if (root === "paths" && depth === 3) return "method-removed";
  return root === "components" && depth === 3 ? "component-removed" : "property-removed";
}

/** `Order.lineItems[].quantity` */
export function nameOf(path: string[]): string {
  return `\`${path.reduce((name, part) => (part.startsWith("[") ? name + part : `${name}.${part}`))}\``;
}
