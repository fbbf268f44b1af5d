/** The old and the new types in one TypeScript program, with no more around them than they need. */
import ts from "typescript";
import type { SideName } from "../places.ts";

/** The part of TypeScript's library that generated types use; all of it takes ten times as long. */
const library = `
interface Array<T> { length: number; [index: number]: T; includes(value: T): boolean }
interface ReadonlyArray<T> { readonly length: number; readonly [index: number]: T; includes(value: T): boolean }
interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {}
interface NewableFunction {} interface Number {} interface Object {} interface RegExp {}
interface String {} interface Symbol {}
type Record<K extends keyof any, T> = { [P in K]: T };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = { [P in Exclude<keyof T, K>]: T[P] };
type NonNullable<T> = T & {};
`;

/** A property that its index signature does not allow: contracts may have one, and it compares. */
const propertyOutsideIndex = 2411;

/** What each side exports, by name. @throws when either does not compile, with the first error */
export function openProgram(sources: Record<SideName, string>) {
  const texts: Record<string, string> = {
    "/library.d.ts": library,
    "/base.ts": sources.base,
    "/revision.ts": sources.revision,
  };
  const options: ts.CompilerOptions = {
    noLib: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: (file, target) => ts.createSourceFile(file, texts[file] ?? "", target),
  };
  const program = ts.createProgram({ rootNames: Object.keys(texts), options, host });
  const checker = program.getTypeChecker();
  const exportsOf = (side: SideName) => {
    const file = program.getSourceFile(`/${side}.ts`);
    const [problem] = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file).filter(({ code }) => code !== propertyOutsideIndex),
    ];
    const module = file && checker.getSymbolAtLocation(file);
    if (module && !problem) {
      return new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
    }
    const reason = problem && ts.flattenDiagnosticMessageText(problem.messageText, "\n");
    throw new Error(`The types of the ${side} are not understood: ${reason ?? "no exports"}`);
  };
  return { checker, exports: { base: exportsOf("base"), revision: exportsOf("revision") } };
}

export function isType(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Type) !== 0;
}

/** The members of a union, or the type itself. */
export function partsOf(type: ts.Type): ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

export function has(type: ts.Type, flags: ts.TypeFlags): boolean {
  return (type.flags & flags) !== 0;
}

export function isNothing(type: ts.Type): boolean {
  return has(type, ts.TypeFlags.Never | ts.TypeFlags.Undefined);
}

export function includesNull(type: ts.Type): boolean {
  return partsOf(type).some((part) => has(part, ts.TypeFlags.Null));
}
