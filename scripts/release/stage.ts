/** What a rehearsal does to its copy of the repository, and the comparison with the last release. */
import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { delimiter, join } from "node:path";
import { listen } from "@partner-center/lib/loopback";
import { publishedPackages, unpackPackages } from "@partner-center/lib/packages";
import { endWithUs, run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { anchorsOf } from "../../packages/docs/checks/site-pages.ts";
import { rehearsalEnvironment } from "./loopback.ts";

export function edit(file: string, search: string | RegExp, replacement: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(search, replacement));
}

/** Goes back to before the first release: no versions, no changelogs, one changeset, for 1.0.0. */
export function startOver(checkout: string): void {
  const packages = publishedPackages(checkout);
  const remove = (path: string) => rmSync(join(checkout, path), { recursive: true, force: true });
  remove("spec/released");
  edit(join(checkout, "spec/openapi.yaml"), /^( {2}version: ).*/m, "$10.0.0");
  for (const { directory } of packages) {
    remove(`${directory}/CHANGELOG.md`);
    edit(join(checkout, directory, "package.json"), /^( {2}"version": ).*/m, '$1"0.0.0",');
  }
  for (const name of readdirSync(join(checkout, ".changeset"))) {
    if (name.endsWith(".md")) remove(`.changeset/${name}`);
  }
  const bumps = packages.map(({ manifest }) => `"${manifest.name}": major\n`).join("");
  const first = `---\n${bumps}---\n\nFirst release.\n`;
  writeFileSync(join(checkout, ".changeset/first.md"), first);
}

/**
 * The addresses that the site of the last release has and the one that a checkout built lacks.
 *
 * @param registry where the last release is; npm's default when undefined
 */
export async function lostAddresses(checkout: string, registry?: string): Promise<string[]> {
  using folder = temporaryFolder("last-release-");
  const name = "@partner-center/docs";
  const options = registry ? [`--registry=${registry}`] : [];
  const pack = ["pack", "--loglevel=error", name, ...options];
  const file = await run("npm", pack, { cwd: folder.path, capture: true }).catch((error: Error) => {
    if (error.message.includes("E404")) return undefined;
    throw error;
  });
  if (file === undefined) return []; // Nothing was released yet.
  await unpackPackages([{ name, tarball: join(folder.path, file.trim()) }], folder.path);
  const now = new Set(anchorsOf(join(checkout, "packages/docs/dist")));
  return anchorsOf(join(folder.path, name, "dist")).filter((address) => !now.has(address));
}

/**
 * Publishes a checkout, and kills that when it uploads a certain package: a proxy before the registry
 * lets everything else through.
 *
 * @param home a folder for the settings of this publish
 */
export async function killPublish(
  checkout: string,
  { packageName, registry, home }: { packageName: string; registry: string; home: string },
): Promise<void> {
  const events = new EventEmitter();
  const uploading = once(events, "upload");
  await using proxy = await listen((incoming, response) => {
    const { method = "GET", headers, url = "/" } = incoming;
    if (method === "PUT" && decodeURIComponent(url).startsWith(`/${packageName}`))
      return events.emit("upload");
    const forwarded = request(new URL(url, registry), { method, headers });
    forwarded.once("response", (received) => {
      response.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(response);
    });
    forwarded.once("error", () => response.destroy());
    incoming.pipe(forwarded);
  });
  const PATH = `${join(checkout, "node_modules/.bin")}${delimiter}${process.env.PATH}`;
  const child = spawn("node", ["scripts/release/publish.ts", "--rehearsal"], {
    cwd: checkout,
    env: { ...rehearsalEnvironment(home, proxy.url), PATH },
    stdio: "ignore",
    detached: true, // A process group, to kill it with all that it started.
  });
  endWithUs(child);
  const ended = once(child, "exit");
  const isKilledInTime = await Promise.race([uploading.then(() => true), ended.then(() => false)]);
  if (!isKilledInTime) throw new Error(`The publish ended before it uploaded ${packageName}`);
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await ended;
}
