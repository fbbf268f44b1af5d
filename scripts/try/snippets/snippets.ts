/**
 * Compiles and runs the code that a README shows, as it stands there: each block is a program. Requests
 * to the real services go to the mock and to a login server on loopback.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { listen } from "@partner-center/lib/loopback";
import { run } from "@partner-center/lib/run";

export interface Snippet {
  /** Its file, named after the heading above it. */
  name: string;
  code: string;
}

/** The blocks of a Markdown document that are marked `ts`. */
export function findSnippets(markdown: string): Snippet[] {
  const snippets: Snippet[] = [];
  let heading = "";
  for (const [, title, code] of markdown.matchAll(/^#+ (.*)$|^```ts\n([\s\S]*?)^```$/gm)) {
    if (title) heading = (title.toLowerCase().match(/[a-z]+/g) ?? []).join("-");
    if (code) snippets.push({ name: `${snippets.length + 1}-${heading}.ts`, code });
  }
  return snippets;
}

/**
 * Writes snippets into a folder that has the files of `project/` and `node_modules`, and compiles them.
 *
 * @throws with the compiler's messages
 */
export async function compileSnippets(folder: string, snippets: readonly Snippet[]): Promise<void> {
  for (const { name, code } of snippets) writeFileSync(join(folder, name), code);
  await run("tsc", ["--project", folder], { capture: true });
}

/**
 * Runs one snippet against the mock and resolves to what it printed.
 *
 * @param status the status of the mock's responses; 200 by default
 * @throws when the snippet ends with an error
 */
export async function runSnippet(
  folder: string,
  { name }: Snippet,
  mockUrl: string,
  status = 200,
): Promise<string> {
  await using login = await listen(async (request, response) => {
    const isToken = request.method === "POST" && request.url?.includes("/oauth2/v2.0/token");
    const asksForRefresh = (await text(request)).includes("offline_access");
    const tokens = asksForRefresh ? { ...tokenResponse, ...refreshToken } : tokenResponse;
    response.writeHead(isToken ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isToken ? tokens : {}));
  });
  const services = { MOCK_URL: mockUrl, MOCK_STATUS: `${status}`, LOGIN_URL: login.url };
  const env = { ...process.env, ...variables, ...services };
  const flags = ["--no-warnings", `--import=${join(import.meta.dirname, "loopback.ts")}`];
  return await run(process.execPath, [...flags, name], { cwd: folder, env, capture: true });
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

/** The response of Entra's token endpoint. @azure/identity reads in the last two who signed in. */
const tokenResponse = {
  token_type: "Bearer",
  expires_in: 3599,
  access_token: "a-new-access-token",
  id_token: `${base64({ alg: "none" })}.${base64({ oid: uid, sub: uid, tid: utid })}.`,
  client_info: base64({ uid, utid }),
};

/** Comes only with `offline_access` in the scope, as from Entra. */
const refreshToken = { refresh_token: "another-refresh-token" };
