/** Builds packages as their build scripts do, with all that `tsc` knows kept in memory. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");
const formatting: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (name) => name,
  getNewLine: () => "\n",
};

/**
 * Makes a function that builds packages/types, then packages/client. A package with an error keeps
 * its last build.
 *
 * @returns what was made; the function throws what is wrong, as `tsc` prints it
 */
export function packageBuilder(): () => string {
  const builds = ["packages/types", "packages/client"].map((folder) => ({
    folder: join(root, folder),
    compile: projectCompiler(join(root, folder, "tsconfig.json")),
  }));
  return () => {
    const errors = builds.flatMap(({ folder, compile }) => {
      const found = compile();
      // A process that is waited for, so that Ctrl-C leaves none.
      if (found.length === 0) execFileSync("node", ["build.ts", "--no-tsc"], { cwd: folder });
      return found;
    });
    if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, formatting));
    return "packages/types/dist, packages/client/dist";
  };
}

/** Makes a function that does what `tsc --project` does, each time only with what has changed. */
function projectCompiler(config: string): () => readonly ts.Diagnostic[] {
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
