/** Lets TypeScript check a text as if it stood in a file that is not there. */
import ts from "typescript";

/** A program of one file, whose imports lead to what is on disk from the file's place. */
export function createVirtualProgram(
  file: string,
  text: string,
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
    ...options,
  };
  const host = ts.createCompilerHost(all);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, language, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text, language)
      : getSourceFile(name, language, ...rest);
  return ts.createProgram([file], all, host);
}

/** What the compiler says of a program, a sentence each. */
export function problemsOf(program: ts.Program): string[] {
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
