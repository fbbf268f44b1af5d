/** Builds packages as their build scripts do, with all that `tsc` knows kept in memory. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");

/**
 * Makes a function that builds packages/types, then packages/client. A package with an error keeps
 * its last build.
 *
 * @returns a function that returns the folders that it wrote, and throws errors as `tsc` prints them
 */
export function packageBuilder(): () => string {
  const builds = ["packages/types", "packages/client"].map((name) => {
    const folder = join(root, name);
    return { folder, compile: projectCompiler(join(folder, "tsconfig.json")) };
  });
  return () => {
    const errors = builds.flatMap(({ folder, compile }) => {
      const found = compile();
      // Synchronous, so that Ctrl-C leaves no process.
      if (found.length === 0) execFileSync("node", ["build.ts", "--no-tsc"], { cwd: folder });
      return found;
    });
    if (errors.length === 0) return "packages/types/dist, packages/client/dist";
    throw new Error(
      ts.formatDiagnostics(errors, {
        getCurrentDirectory: () => root,
        getCanonicalFileName: (name) => name,
        getNewLine: () => "\n",
      }),
    );
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
    const { fileNames, options } = parsed;
    const host = ts.createIncrementalCompilerHost(options);
    const readSource = host.getSourceFile;
    host.getSourceFile = (name, ...rest) => {
      const changed = ts.sys.getModifiedTime?.(name)?.getTime() ?? 0;
      const known = sources.get(name);
      if (known?.changed === changed) return known.source;
      const source = readSource(name, ...rest);
      sources.set(name, { changed, source });
      return source;
    };
    const create = ts.createEmitAndSemanticDiagnosticsBuilderProgram;
    program = create(fileNames, options, host, program, parsed.errors);
    const found = ts.getPreEmitDiagnostics(program.getProgram());
    return found.length > 0 ? found : program.emit().diagnostics;
  };
}
