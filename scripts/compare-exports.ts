/** Compares what two declaration files export: names, and types by TypeScript's own identity. */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { createVirtualProgram } from "./virtual-program.ts";

/** What is different, in words; empty when a consumer can't tell the two apart. */
export function compareExports(before: string, after: string): string[] {
  const names = { before: exportsOf(before), after: exportsOf(after) };
  const shared = [...names.before].filter(([name]) => names.after.has(name));
  const only = (here: Map<string, boolean>, there: Map<string, boolean>) =>
    [...here.keys()].filter((name) => !there.has(name));
  return [
    ...only(names.before, names.after).map((name) => `${name} is gone`),
    ...only(names.after, names.before).map((name) => `${name} is new`),
    ...differingTypes(before, after, shared),
  ];
}

/** The exported names, and whether each is a value. */
function exportsOf(file: string): Map<string, boolean> {
  const program = createVirtualProgram(file, readFileSync(file, "utf8"));
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} is no module`);
  return new Map(
    checker.getExportsOfModule(module).map((symbol) => {
      const alias = symbol.flags & ts.SymbolFlags.Alias;
      const target = alias ? checker.getAliasedSymbol(symbol) : symbol;
      return [symbol.name, Boolean(target.flags & ts.SymbolFlags.Value)];
    }),
  );
}

/** Lets the checker say for each shared name whether the two types are one. */
function differingTypes(before: string, after: string, names: [string, boolean][]): string[] {
  const file = join(dirname(after), "compare-exports.ts");
  const specifier = (path: string) =>
    JSON.stringify(`./${relative(dirname(file), path).replace(/\.d\.ts$/, ".js")}`);
  const typeOf = (side: string, [name, isValue]: [string, boolean]) =>
    isValue ? `typeof ${side}.${name}` : `${side}.${name}`;
  const text = [
    `import type * as Before from ${specifier(before)};`,
    `import type * as After from ${specifier(after)};`,
    "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
    ...names.map(
      (name, index) =>
        `export const same${index}: Same<${typeOf("Before", name)}, ${typeOf("After", name)}> = true;`,
    ),
  ].join("\n");
  const program = createVirtualProgram(file, text);
  const source = program.getSourceFile(file);
  return program.getSemanticDiagnostics(source).map(({ start = 0, messageText }) => {
    const line = text.slice(0, start).split("\n").length - 4;
    const name = names[line]?.[0];
    return name
      ? `${name} has another type`
      : `The comparison failed: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
