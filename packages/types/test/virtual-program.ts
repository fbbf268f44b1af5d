/** Lets TypeScript check a source as if it were in a file that does not exist. */
import ts from "typescript";

/** The declarations of the language itself, parsed once: they take most of the time. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** A program of one file, whose imports are resolved from the file's place. */
export function createVirtualProgram(
  file: string,
  source: string,
  options: ts.CompilerOptions = {},
): ts.Program {
  const all: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: [],
    noEmit: true,
    skipLibCheck: true,
    // Those of the language are right, and take long.
    skipDefaultLibCheck: true,
    ...options,
  };
  const host = ts.createCompilerHost(all);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? source : readFile(name));
  host.getSourceFile = (name, ...rest) => {
    if (!/[\\/]lib\.[\w.]*d\.ts$/.test(name)) return getSourceFile(name, ...rest);
    if (!libraries.has(name)) libraries.set(name, getSourceFile(name, ...rest));
    return libraries.get(name);
  };
  return ts.createProgram([file], all, host);
}

/** The errors of a program, a sentence each. */
export function problemsOf(program: ts.Program): string[] {
  const diagnostics = ts.getPreEmitDiagnostics(program);
  return diagnostics.map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n"));
}
