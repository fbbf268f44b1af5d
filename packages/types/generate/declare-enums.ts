/** Declares what comes with an open enum: its known values, their list and a guard. */
import { literal, type NamedEnum } from "./open-enums.ts";

export function declareEnum(openEnum: NamedEnum): string {
  const { name, known, list, guard, values } = openEnum;
  return `${openEnum.isSchema ? "" : declareType(openEnum)}/** The values of {@link ${name}} that the contract lists; the service may send others. */
export type ${known} = ${values.map(literal).join(" | ")};

/** Every {@link ${known}}, in the contract's order. */
export const ${list}: readonly ${known}[] = [
${values.map((value) => `    ${literal(value)},\n`).join("")}];

/**
 * Tells whether a value is one that the contract lists, and narrows it to {@link ${known}}.
 * Values are compared exactly: another casing is another value.
 *
 * @example ${guard}(${values.slice(0, 1).map(literal)}) // true
 */
export function ${guard}(value: unknown): value is ${known} {
    return (${list} as readonly unknown[]).includes(value);
}
`;
}

/** The type of an enum that no schema is called like. */
function declareType({ name, known, others }: NamedEnum): string {
  return `/** A {@link ${known}}, or another value that the service sends. */
export type ${name} = ${[known, ...others].join(" | ")};

`;
}
