/** Builds packages as their build scripts do, with all that `tsc` knows kept in memory. */
import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = new URL("../../", import.meta.url);
const formatting: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => fileURLToPath(root),
  getCanonicalFileName: (name) => name,
  getNewLine: () => "\n",
};

/**
 * Makes a function that builds packages/types, then packages/client, and returns what is wrong in
 * the words of `tsc`, nothing when all is well. A package with an error keeps its last build.
 */
export function packageBuilder(): () => string {
  const buildTypes = projectBuilder("packages/types/tsconfig.json");
  const buildClient = projectBuilder("packages/client/tsconfig.json");
  return () => {
    const ofTypes = buildTypes();
    for (const name of ["openapi.json", "openapi.yaml"]) {
      cpSync(new URL(`spec/dist/${name}`, root), new URL(`packages/types/dist/${name}`, root));
    }
    const ofClient = buildClient();
    if (ofClient.length === 0) {
      execFileSync("node", ["--run", "build:entries"], { cwd: new URL("packages/client/", root) });
    }
    return ts.formatDiagnostics([...ofTypes, ...ofClient], formatting);
  };
}

/** What `tsc --project` does, again and again: each time only with the files that have changed. */
function projectBuilder(project: string): () => readonly ts.Diagnostic[] {
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
