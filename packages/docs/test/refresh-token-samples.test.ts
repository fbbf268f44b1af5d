import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { listen } from "@partner-center/lib/loopback";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { describe, expect, test } from "vitest";
import { languages } from "../page/languages.ts";
import { samplesFolder } from "../page/read-sample.ts";

const folder = fileURLToPath(new URL("refreshToken/", samplesFolder));

test.each(languages)("each sample is on the page of samples in %s", (language) => {
  const page = readFileSync(new URL(`../content/${language}/samples.md`, import.meta.url), "utf8");
  const shown = [...page.matchAll(/ file=refreshToken\/(.*)$/gm)].map(([, file]) => file);
  expect(shown.sort()).toEqual(readdirSync(folder).sort());
});

/** Redeems a token with a sample: what it printed or why it failed, what it sent, and what is in the vault then. */
async function redeem(command: string, file: string, response: object) {
  let sent: Record<string, string> = {};
  await using login = await listen(async (request, reply) => {
    sent = Object.fromEntries(new URLSearchParams(await text(request)));
    const isToken = request.method === "POST" && request.url === "/a-tenant/oauth2/v2.0/token";
    reply.writeHead(isToken ? 200 : 404, { "content-type": "application/json" });
    reply.end(JSON.stringify(response));
  });
  using temporary = temporaryFolder("vault-");
  const vault = join(temporary.path, "refresh-token");
  writeFileSync(vault, "the-old-token");
  const env = {
    ...process.env,
    TENANT_ID: "a-tenant",
    CLIENT_ID: "an-application",
    CLIENT_SECRET: "a secret+with&signs",
    LOGIN_URL: login.url,
    VAULT_FILE: vault,
  };
  const printed = await run(command, [file], { capture: true, cwd: folder, env }).catch(String);
  return { printed, sent, kept: readFileSync(vault, "utf8") };
}

// Without an interpreter a sample is left out; the message says so.
const has = (command: string) => spawnSync(command, ["--version"]).status === 0;

describe.each([
  { needs: ["node"], command: process.execPath, file: "fetch.ts" },
  { needs: ["curl", "jq"], command: "sh", file: "curl.sh" },
  { needs: ["python3"], command: "python3", file: "python.py" },
])("the sample $file", ({ needs, command, file }) => {
  const lacks = needs.filter((name) => !has(name));
  if (lacks.length > 0) console.info(`unchecked: ${file}, since there is no ${lacks} here`);

  test("asks for offline_access, prints the token and saves the new refresh token", async () => {
    if (lacks.length > 0) return;
    const response = { access_token: "an-access-token", refresh_token: "the-new-token" };
    const { printed, sent, kept } = await redeem(command, file, response);
    expect(printed.trim()).toBe("an-access-token");
    expect(kept).toBe("the-new-token");
    expect(sent).toEqual({
      grant_type: "refresh_token",
      client_id: "an-application",
      client_secret: "a secret+with&signs",
      refresh_token: "the-old-token",
      scope: "https://api.partnercenter.microsoft.com/user_impersonation offline_access",
    });
  });

  test("fails when no new refresh token comes, and keeps the old one", async () => {
    if (lacks.length > 0) return;
    const { printed, kept } = await redeem(command, file, { access_token: "an-access-token" });
    expect(printed).toContain("The response has no new refresh token.");
    expect(kept).toBe("the-old-token");
  });
});
