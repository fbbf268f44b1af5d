import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const content = fileURLToPath(new URL("../content/", import.meta.url));

/** What the guides assume to exist. */
const given = `
declare const tenantId: string, clientId: string, clientSecret: string, managedIdentityId: string;
declare const vault: { read(): Promise<string>; write(refreshToken: string): Promise<void> };
declare const customerId: string, orderId: string, credential: string;
declare const client: import("@partner-center/client").Client;
declare const order: import("@partner-center/types").Order;
declare const line: import("@partner-center/types").OrderLineItem;
declare const createClient: typeof import("@partner-center/client").createClient;
declare const isApiError: typeof import("@partner-center/client").isApiError;
declare function schedule(milliseconds: number): void;
declare function sumOfLines(order: import("@partner-center/types").Order): number | undefined;
declare module "@azure/identity" {
  class Credential {
    getToken(scopes: string | string[]): Promise<{ token: string; expiresOnTimestamp: number }>;
  }
  class ClientSecretCredential extends Credential {
    constructor(tenantId: string, clientId: string, clientSecret: string);
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

/** Every block of TypeScript in the guides, as a file of its own beside this one. */
function snippets(): Map<string, string> {
  const files = new Map([[join(here, "given.d.ts"), given]]);
  for (const guide of globSync("*/*.md", { cwd: content })) {
    const text = readFileSync(join(content, guide), "utf8");
    [...text.matchAll(/^```ts\n(.*?)^```$/gms)].forEach(([, code = ""], index) => {
      const name = `${guide.replace(/\W/g, "-")}-${index + 1}.ts`;
      files.set(join(here, name), `${code}\nexport {};\n`);
    });
  }
  return files;
}

test("every snippet of the guides compiles", { timeout: 60_000 }, () => {
  const files = snippets();
  expect(files.size).toBeGreaterThan(10);
  const { config } = ts.readConfigFile(join(here, "../../../tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, here);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host);
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const name = file?.fileName.replace(here, "");
    return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
  expect(problems).toEqual([]);
});
