import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { languages } from "../page/languages.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const content = fileURLToPath(new URL("../content/", import.meta.url));

/** `npm run check -- snippets` compiles the guides with the package itself. */
const azureIdentity = `
declare module "@azure/identity" {
  class Credential {
    getToken(scopes: string | string[]): Promise<{ token: string; expiresOnTimestamp: number }>;
  }
  interface Options {
    authorityHost?: string;
  }
  class ClientSecretCredential extends Credential {
    constructor(tenantId: string, clientId: string, clientSecret: string, options?: Options);
  }
  class ClientCertificateCredential extends Credential {
    constructor(tenantId: string, clientId: string, file: { certificatePath: string });
  }
  class ManagedIdentityCredential extends Credential {
    constructor(options: { clientId: string });
  }
  class ClientAssertionCredential extends Credential {
    constructor(tenantId: string, clientId: string, getAssertion: () => Promise<string>);
  }
}
`;

/** Every block of TypeScript in the guides of a language, as a file of its own beside this one. */
function snippets(language: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const guide of globSync(`${language}/*.md`, { cwd: content }).sort()) {
    const text = readFileSync(join(content, guide), "utf8");
    [...text.matchAll(/^```ts\n(.*?)^```$/gms)].forEach(([, code = ""], index) => {
      files.set(join(here, `${guide.replace(/\W/g, "-")}-${index + 1}.ts`), code);
    });
  }
  return files;
}

const all = new Map(languages.flatMap((language) => [...snippets(language)]));

/** What the compiler says about the snippets, and which of them share their names with other files. */
function compile(lib: readonly string[]): { problems: string[]; scripts: string[] } {
  const { config } = ts.readConfigFile(join(here, "../../../tsconfig.json"), ts.sys.readFile);
  config.compilerOptions.lib = lib;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, here);
  const host = ts.createCompilerHost(options);
  const files = new Map([...all, [join(here, "azure-identity.d.ts"), azureIdentity]]);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, languageVersionOrOptions, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile(name, languageVersionOrOptions, ...rest)
      : ts.createSourceFile(name, text, languageVersionOrOptions, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const name = file?.fileName.replace(here, "");
    return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
  const isScript = (name: string) => {
    const file = program.getSourceFile(name);
    return !file || !ts.isExternalModule(file);
  };
  return { problems, scripts: [...all.keys()].filter(isScript) };
}

test.each([
  ["with the DOM library", ["ES2022", "DOM", "DOM.Iterable"]],
  ["without it", ["ES2022"]],
])("every snippet of the guides stands alone and compiles %s", { timeout: 60_000 }, (_, lib) => {
  expect(all.size).toBeGreaterThan(10);
  expect(compile(lib)).toEqual({ problems: [], scripts: [] });
});

/** Kinds and names: what is left of code without its comments and strings. */
function outline(code: string): string[] {
  const visit = (node: ts.Node): string[] => {
    const parts = [ts.isIdentifier(node) ? node.text : ts.SyntaxKind[node.kind]];
    ts.forEachChild(node, (child) => void parts.push(...visit(child)));
    return parts;
  };
  return visit(ts.createSourceFile("snippet.ts", code, ts.ScriptTarget.ES2022));
}

test("the guides have the same snippets in each language", () => {
  const [first, ...others] = languages.map((language) =>
    [...snippets(language).values()].map(outline),
  );
  expect(others).toEqual(others.map(() => first));
});
