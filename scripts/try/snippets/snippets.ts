/**
 * Compiles and runs the code that a README shows, as it stands there: each block is a program of its
 * own. Requests to the real services reach the mock and a login server on loopback instead.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@partner-center/lib/run";

export interface Snippet {
  /** Name of its file, after the heading above it. */
  file: string;
  code: string;
}

/** The blocks marked `ts` of a Markdown text. */
export function findSnippets(markdown: string): Snippet[] {
  const snippets: Snippet[] = [];
  let heading = "";
  for (const [, title, code] of markdown.matchAll(/^#+ (.*)$|^```ts\n([\s\S]*?)^```$/gm)) {
    if (title)
      heading = title
        .toLowerCase()
        .replace(/[^a-z]+/g, "-")
        .replace(/^-|-$/g, "");
    if (code) snippets.push({ file: `${snippets.length + 1}-${heading}.ts`, code });
  }
  return snippets;
}

/** Packages that a snippet imports. */
export const importsOf = ({ code }: Snippet): string[] =>
  [...code.matchAll(/ from "((?:@[^/"]+\/)?[^/"]+)/g)].map(([, name = ""]) => name);

const compilerOptions = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  module: "NodeNext",
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Writes snippets into a folder with `node_modules`, and compiles them.
 *
 * @throws with the compiler's words
 */
export async function compileSnippets(folder: string, snippets: readonly Snippet[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "type": "module" }');
  const files = snippets.map(({ file }) => file);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  for (const { file, code } of snippets) writeFileSync(join(folder, file), code);
  await run("tsc", ["--project", folder], { capture: true });
}

const loopback = fileURLToPath(new URL("loopback.mjs", import.meta.url));

/**
 * Runs one snippet against the mock and resolves to what it printed.
 *
 * @param status what the mock has to answer with, when not with an order
 * @throws when the snippet ends with an error
 */
export async function runSnippet(
  folder: string,
  { file }: Snippet,
  mockUrl: string,
  status?: number,
): Promise<string> {
  await using login = await startLogin();
  const env = {
    ...process.env,
    ...variables,
    MOCK_URL: mockUrl,
    LOGIN_URL: login.url,
    ...(status === undefined ? {} : { MOCK_STATUS: `${status}` }),
  };
  const flags = ["--no-warnings", `--import=${loopback}`];
  return await run(process.execPath, [...flags, file], { cwd: folder, env, capture: true });
}

/** What snippets read from the environment. All of it is invented. */
const variables = {
  ACCESS_TOKEN: "an-access-token",
  TENANT_ID: "0c54b1f8-6e0d-4a27-9d13-7b8a5c2e9f60",
  CLIENT_ID: "d2a7e6b4-15c9-4b38-8f70-2e9c6d4a1b53",
  CLIENT_SECRET: "an-invented-secret",
  CODE: "an-invented-code",
  REFRESH_TOKEN: "an-invented-refresh-token",
};

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const [uid, utid] = ["7f3a1c92-5d68-4e0b-a9c4-6b1e8d2f7053", variables.TENANT_ID];

/** What Entra answers; the last two say who signed in, which @azure/identity wants to know. */
const answer = {
  token_type: "Bearer",
  expires_in: 3599,
  access_token: "a-new-access-token",
  refresh_token: "another-refresh-token",
  id_token: `${base64({ alg: "none" })}.${base64({ oid: uid, sub: uid, tid: utid })}.`,
  client_info: base64({ uid, utid }),
};

/** Answers as Entra's token endpoint does, and nothing else. */
async function startLogin(): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer((request, response) => {
    const isToken = request.method === "POST" && request.url?.includes("/oauth2/v2.0/token");
    response.writeHead(isToken ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isToken ? answer : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    // Of a TCP server that listens.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
