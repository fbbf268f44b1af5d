/** Builds packages as their build scripts do, with all that `tsc` knows kept in memory. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = new URL("../../", import.meta.url);
const formatting: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => fileURLToPath(root),
  getCanonicalFileName: (name) => name,
  getNewLine: () => "\n",
};

/**
 * Makes a function that builds packages/types, then packages/client, and returns what is wrong as
 * `tsc` prints it, nothing when all is well. A package with an error keeps its last build.
 */
export function packageBuilder(): () => string {
  const buildTypes = projectBuilder("packages/types/");
  const buildClient = projectBuilder("packages/client/");
  return () => ts.formatDiagnostics([...buildTypes(), ...buildClient()], formatting);
}

/** Compiles a package, and makes the rest of it when there is no error. */
function projectBuilder(folder: string): () => readonly ts.Diagnostic[] {
  const compile = projectCompiler(`${folder}tsconfig.json`);
  return () => {
    const errors = compile();
    // A process that is waited for, so that Ctrl-C leaves none.
    if (errors.length === 0)
      execFileSync("node", ["build.ts", "--no-tsc"], { cwd: new URL(folder, root) });
    return errors;
  };
}

/** What `tsc --project` does, again and again: each time only with the files that have changed. */
function projectCompiler(project: string): () => readonly ts.Diagnostic[] {
  const config = fileURLToPath(new URL(project, root));
  const sources = new Map<string, { changed: number; source: ts.SourceFile | undefined }>();
  let program: ts.EmitAndSemanticDiagnosticsBuilderProgram | undefined;

  return () => {
    const errors: ts.Diagnostic[] = [];
    const parsed = ts.getParsedCommandLineOfConfigFile(
      config,
      { noEmitOnError: true },
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (error) => errors.push(error) },
    );
    if (!parsed) return errors;
    const host = ts.createIncrementalCompilerHost(parsed.options);
    const readSource = host.getSourceFile;
    host.getSourceFile = (name, ...rest) => {
      const changed = ts.sys.getModifiedTime?.(name)?.getTime() ?? 0;
      const known = sources.get(name);
      if (known?.changed === changed) return known.source;
      const source = readSource(name, ...rest);
      sources.set(name, { changed, source });
      return source;
    };
    program = ts.createEmitAndSemanticDiagnosticsBuilderProgram(
      parsed.fileNames,
      parsed.options,
      host,
      program,
      parsed.errors,
    );
    const found = ts.getPreEmitDiagnostics(program.getProgram());
    return found.length > 0 ? found : program.emit().diagnostics;
  };
}
