/** The old and the new types in one TypeScript program, with as little around them as it takes. */
import ts from "typescript";

export interface TypeProgram {
  checker: ts.TypeChecker;
  /** What each side exports, by name. */
  exports: { base: Map<string, ts.Symbol>; revision: Map<string, ts.Symbol> };
}

/** The part of TypeScript's library that generated types use; all of it takes ten times as long. */
const library = `
interface Array<T> { length: number; [index: number]: T; includes(value: T): boolean }
interface ReadonlyArray<T> { readonly length: number; readonly [index: number]: T; includes(value: T): boolean }
interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {}
interface NewableFunction {} interface Number {} interface Object {} interface RegExp {}
interface String {} interface Symbol {}
type Record<K extends keyof any, T> = { [P in K]: T };
type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
`;

/** A member that its index signature does not allow: a contract may say so, and can be compared. */
const memberOutsideIndex = 2411;

function matters({ code }: ts.Diagnostic): boolean {
  return code !== memberOutsideIndex;
}

const parsed = new Map<string, ts.SourceFile>();

/** Parses a file once for as long as its text is the same: bases and the library are. */
function parse(file: string, text: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known?.text === text) return known;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  parsed.set(file, source);
  return source;
}

/** @throws when either side does not compile, with TypeScript's first complaint */
export function openProgram(sources: { base: string; revision: string }): TypeProgram {
  const texts: Record<string, string> = {
    "/library.d.ts": library,
    "/base.ts": sources.base,
    "/revision.ts": sources.revision,
  };
  const host: ts.CompilerHost = {
    fileExists: (file) => file in texts,
    readFile: (file) => texts[file],
    getSourceFile: (file) => {
      const text = texts[file];
      return text === undefined ? undefined : parse(file, text);
    },
    getDefaultLibFileName: () => "/library.d.ts",
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {},
  };
  const program = ts.createProgram({
    rootNames: Object.keys(texts),
    host,
    options: {
      noLib: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      target: ts.ScriptTarget.ES2022,
      types: [],
    },
  });
  const checker = program.getTypeChecker();
  const exportsOf = (side: "base" | "revision") => {
    const file = program.getSourceFile(`/${side}.ts`);
    const [problem] = file ? program.getSyntacticDiagnostics(file) : [];
    const [other] = file ? program.getSemanticDiagnostics(file).filter(matters) : [];
    const complaint = problem ?? other;
    const module = file && checker.getSymbolAtLocation(file);
    if (!module || complaint) {
      const text = complaint ? ts.flattenDiagnosticMessageText(complaint.messageText, "\n") : "";
      throw new Error(`The types of the ${side} are not understood: ${text || "no exports"}`);
    }
    return new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  };
  return { checker, exports: { base: exportsOf("base"), revision: exportsOf("revision") } };
}
