/** Compiles each snippet of the guides on its own. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { Language } from "../page/languages.ts";

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

/** Code by its file name. */
export type Snippets = ReadonlyMap<string, string>;

/** Every block of TypeScript in the guides of a language. */
export function guideSnippets(language: Language): Snippets {
  const snippets = new Map<string, string>();
  for (const guide of globSync(`${language}/*.md`, { cwd: content }).sort()) {
    const text = readFileSync(join(content, guide), "utf8");
    [...text.matchAll(/^```ts(?: call=\S+)?\n(.*?)^```$/gms)].forEach(([, code = ""], index) => {
      snippets.set(`${guide.replace(/\W/g, "-")}-${index + 1}.ts`, code);
    });
  }
  return snippets;
}

const libraries = {
  "with the DOM library": ["ES2022", "DOM", "DOM.Iterable"],
  "without it": ["ES2022"],
};

/** What the compiler says about snippets, with the DOM library and without it. */
export function findSnippetProblems(snippets: Snippets): string[] {
  return Object.entries(libraries).flatMap(([name, lib]) =>
    compile(snippets, lib).map((problem) => `${problem} (${name})`),
  );
}

function compile(snippets: Snippets, lib: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(here, "../../../tsconfig.json"), ts.sys.readFile);
  config.compilerOptions.lib = lib;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, here);
  const host = ts.createCompilerHost(options);
  // As if they stood beside this file: there imports find the packages, and each file is a module.
  const files = new Map(
    [...snippets, ["azure-identity.d.ts", azureIdentity] as const].map(([name, code]) => [
      join(here, name),
      code,
    ]),
  );
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
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const name = file?.fileName.replace(here, "");
    return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}
