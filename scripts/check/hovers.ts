/**
 * Counts the names and members of the built packages that an editor shows without a word, and what
 * the contract says of its schemas, members and parameters that their hovers leave out. Both must
 * be 0.
 *
 * Usage: node scripts/check/hovers.ts        (needs a build; exits 1 and names what lacks)
 */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "@partner-center/lib/main";
import { entryPoints, publishedPackages } from "@partner-center/lib/packages";
import { isObject, type JsonObject } from "@partner-center/spec";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Hovers {
  /** The text of every name and member by its path, such as `Order.status`. */
  texts: Map<string, string>;
  /** The paths whose text is empty. */
  silent: string[];
}

/** Names that come from OpenAPI's own grammar, of which a contract says nothing. */
const grammar = new Set(
  "parameters query header path cookie requestBody responses headers content schemas pathItems requestBodies".split(
    " ",
  ),
);

/** Reads what an editor shows for everything that a declaration file exports. */
export function readHovers(entry: string): Hovers {
  const program = ts.createProgram([entry], {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry} is no module; run: npm start`);
  const texts = new Map<string, string>();

  const visit = (symbol: ts.Symbol, path: string): void => {
    const declarations = symbol.declarations ?? [];
    if (texts.has(path) || !declarations.some(isOurs)) return;
    const type = declarations.some(ts.isTypeParameterDeclaration)
      ? undefined
      : symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class)
        ? checker.getDeclaredTypeOfSymbol(symbol)
        : checker.getTypeOfSymbol(symbol);
    // `put?: never` says that there is no such thing.
    if (!type || checker.getNonNullableType(type).flags & ts.TypeFlags.Never) return;
    if (!isGrammar(symbol)) texts.set(path, hoverText(symbol, checker));
    if (symbol.flags & ts.SymbolFlags.Property && !declaresMembers(declarations)) return;
    for (const member of checker.getPropertiesOfType(checker.getNonNullableType(type))) {
      const hidden = (member.declarations ?? []).some(
        (declaration) =>
          ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected), // biome-ignore format: one condition
      );
      // A member by symbol has no name that an editor could offer.
      const isNamed = member.name !== "prototype" && !member.name.startsWith("__@");
      if (!hidden && isNamed) visit(member, `${path}.${member.name}`);
    }
  };
  for (const exported of checker.getExportsOfModule(module)) {
    const isAlias = exported.flags & ts.SymbolFlags.Alias;
    visit(isAlias ? checker.getAliasedSymbol(exported) : exported, exported.name);
  }
  return { texts, silent: [...texts].filter(([, text]) => text === "").map(([path]) => path) };
}

/** Grammar, media types, and URLs, whose methods carry the text: inside the contract's own tree. */
function isGrammar({ name, declarations: [declaration] = [] }: ts.Symbol): boolean {
  const tree = ts.findAncestor(declaration?.parent, ts.isInterfaceDeclaration)?.name.text ?? "";
  if (!["paths", "operations", "components"].includes(tree)) return false;
  return grammar.has(name) || /^\w+\/\w+$/.test(name) || name.startsWith("/");
}

function isOurs(declaration: ts.Declaration): boolean {
  return !declaration.getSourceFile().fileName.includes("/node_modules/");
}

/** Whether a property writes out its members; those of a named type are visited with the name. */
function declaresMembers(declarations: ts.Declaration[]): boolean {
  return declarations.some(
    (declaration) =>
      ts.isPropertySignature(declaration) &&
      declaration.type !== undefined &&
      ts.isTypeLiteralNode(declaration.type),
  );
}

function hoverText(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const tags = symbol
    .getJsDocTags(checker)
    .map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
  return [text, ...tags].join("\n").trim();
}

const constraints =
  "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems uniqueItems minProperties maxProperties".split(
    " ",
  );

/** What the contract says of one object, each fact as it must stand in the hover. */
function factsOf(object: JsonObject): string[] {
  const schema = isObject(object.schema) ? object.schema : {};
  const said = { ...schema, ...object };
  const examples = [said.example, ...(Array.isArray(said.examples) ? said.examples : [])];
  return [
    ...(typeof said.description === "string" ? [said.description.trim()] : []),
    ...(typeof said.format === "string" ? [`Format: ${said.format}.`] : []),
    ...constraints.filter((name) => name in said).map((name) => `${name} \`${said[name]}\``),
    ...examples.filter((value) => value !== undefined).map((value) => `@example ${JSON.stringify(value)}`), // biome-ignore format: one fact a line
    ...("default" in said ? [`@default ${JSON.stringify(said.default)}`] : []),
    ...(said.deprecated === true ? ["@deprecated"] : []),
    ...(typeof said["x-dotnet-type"] === "string" ? [said["x-dotnet-type"]] : []),
    ...(typeof said["x-addition"] === "string" ? [said["x-addition"].trim()] : []),
    ...Object.values(isObject(said["x-enumDescriptions"]) ? said["x-enumDescriptions"] : {}).map(String), // biome-ignore format: one fact a line
    ...Object.values(isObject(said["x-enumAdditions"]) ? said["x-enumAdditions"] : {}).map(String),
  ];
}

type Group = Record<string, JsonObject>;

/** What the contract says, as pairs of the path of a hover and a text that must stand in it. */
export function contractFacts(contract: JsonObject): [path: string, fact: string][] {
  const components = contract.components as Record<string, Group>;
  const facts: [string, string][] = [];
  const expect = (path: string, object: JsonObject) => {
    for (const fact of factsOf(object)) facts.push([path, fact]);
  };
  for (const [name, schema] of Object.entries(components.schemas ?? {})) {
    expect(name, schema);
    for (const [member, property] of Object.entries((schema.properties ?? {}) as Group)) {
      expect(`${name}.${member}`, property);
    }
  }
  for (const group of ["responses", "parameters", "headers"]) {
    for (const [name, object] of Object.entries(components[group] ?? {})) {
      expect(`components.${group}.${name}`, object);
    }
  }
  for (const item of Object.values(contract.paths as Group)) {
    for (const operation of Object.values(item).filter(isObject)) {
      const path = `operations.${operation.operationId}`;
      facts.push([path, String(operation.summary)], [path, String(operation.description).trim()]);
      for (const parameter of operation.parameters as JsonObject[]) {
        const name = String(parameter.$ref).split("/").at(-1) ?? "";
        const target = components.parameters?.[name] ?? parameter;
        expect(`${path}.parameters.${target.in}.${target.name}`, target);
      }
    }
  }
  return facts;
}

if (import.meta.main) {
  readArguments();
  const problems: string[] = [];
  for (const { directory, manifest } of publishedPackages()) {
    for (const { subpath, types } of entryPoints(manifest)) {
      const entry = join(root, directory, types);
      const { texts, silent } = readHovers(entry);
      const name = join(manifest.name, subpath);
      console.log(`${name}: ${texts.size} names and members, ${silent.length} undocumented`);
      problems.push(...silent.map((path) => `${name}: ${path} has no documentation`));
      if (manifest.name !== "@partner-center/types") continue;
      const contract = JSON.parse(readFileSync(join(dirname(entry), "openapi.json"), "utf8"));
      const facts = contractFacts(contract);
      const missing = facts.filter(([path, fact]) => !texts.get(path)?.includes(fact));
      console.log(`${name}: ${facts.length} facts of the contract, ${missing.length} not shown`);
      problems.push(...missing.map(([path, fact]) => `${name}: ${path} does not say: ${fact}`));
    }
  }
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
