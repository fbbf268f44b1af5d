import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listen } from "@partner-center/lib/loopback";
import { startRegistry } from "@partner-center/lib/registry";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { putTogether } from "../hosting/put-together.ts";
import { fetchSites, readReleases } from "../hosting/registry.ts";

const name = "@partner-center/docs";
const url = "https://example.com/orders/";

beforeEach(() => {
  vi.stubEnv("npm_config_fetch_retries", "0");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Writes a site of these pages, each of which names the version. */
function writeSite(folder: string, version: string, paths: string[]): void {
  for (const path of [...paths, "redoc/", "v/"]) {
    const file = join(folder, path, "index.html");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `<html><head><title>${version}</title></head></html>`);
  }
  writeFileSync(join(folder, "404.html"), version);
}

/** Publishes a site to a registry, under a tag. */
async function publish(registry: string, version: string, tag: string, paths: string[]) {
  using folder = temporaryFolder("docs-release-");
  const host = registry.replace("http:", "");
  writeFileSync(join(folder.path, ".npmrc"), `${host}/:_authToken=anyone\n`);
  writeFileSync(join(folder.path, "package.json"), JSON.stringify({ name, version }));
  writeSite(join(folder.path, "dist"), version, paths);
  const options = ["publish", `--tag=${tag}`, `--registry=${registry}`];
  await run("npm", options, { cwd: folder.path, capture: true });
}

const head = (out: string, path: string) =>
  /<title>.*<\/head>/s.exec(readFileSync(join(out, path, "index.html"), "utf8"))?.[0] ?? "";

test("the root is the last release, next is not released, and every release is kept", async () => {
  await using registry = await startRegistry();
  const source = { name, registry: registry.url };
  await publish(registry.url, "1.9.0", "latest", ["", "pl/", "guides/old/"]);
  await publish(registry.url, "1.10.0", "latest", [
    "",
    "pl/",
    "guides/errors/",
    "pl/guides/errors/",
  ]);
  await publish(registry.url, "2.0.0-rc.1", "rc", ["", "guides/errors/"]);
  await publish(registry.url, "1.9.1", "latest-1.9", ["", "pl/", "guides/old/"]);
  const releases = await readReleases(source);
  expect(releases).toMatchObject({ versions: ["1.10.0", "1.9.1", "1.9.0"], last: "1.10.0" });
  expect(Object.keys(releases.days)).toEqual(releases.versions);

  using folder = temporaryFolder("hosting-");
  const [released, next, out] = ["released", "next", "out"].map((part) => join(folder.path, part));
  if (!released || !next || !out) throw new Error("Three folders were named");
  mkdirSync(released);
  await fetchSites(releases.versions, released, source);
  writeSite(next, "main", ["", "pl/", "guides/errors/", "guides/new/"]);
  putTogether(out, { ...releases, released, next, url, dates: new Map() });

  expect(head(out, "")).toContain("<title>1.10.0<");
  expect(head(out, "next")).toContain("<title>main<");
  expect(readdirSync(join(out, "v")).sort()).toEqual(["1.10.0", "1.9.0", "1.9.1", "index.html"]);
  expect(head(out, "v/1.9.1")).toContain("<title>1.9.1<");

  // At the root a page names itself and its translations; elsewhere the page at the root, if it is there.
  expect(head(out, "pl/guides/errors")).toBe(
    `<title>1.10.0</title><link rel="canonical" href="${url}pl/guides/errors/">
<meta property="og:url" content="${url}pl/guides/errors/">
<link rel="alternate" hreflang="en" href="${url}guides/errors/">
<link rel="alternate" hreflang="pl" href="${url}pl/guides/errors/">
<link rel="alternate" hreflang="x-default" href="${url}guides/errors/">
</head>`,
  );
  expect(head(out, "next/guides/errors")).toContain(`"canonical" href="${url}guides/errors/"`);
  expect(head(out, "next/guides/new")).toContain('name="robots" content="noindex"');
  expect(head(out, "v/1.9.0/guides/old")).toContain('name="robots" content="noindex"');
  expect(head(out, "redoc")).not.toContain("canonical");

  const sitemap = readFileSync(join(out, "sitemap.xml"), "utf8");
  expect(sitemap.match(/<loc>[^<]*/g)).toEqual(
    ["", "guides/errors/", "pl/", "pl/guides/errors/"].map((path) => `<loc>${url}${path}`),
  );
  expect(sitemap.match(/hreflang="pl"/g)).toHaveLength(4);
  expect(existsSync(join(out, "next/sitemap.xml"))).toBe(false);
  expect(readFileSync(join(out, "robots.txt"), "utf8")).toContain(`Sitemap: ${url}sitemap.xml`);
  expect(readFileSync(join(out, "404.html"), "utf8")).toContain('href="/orders/assets/site.css"');

  // Every list leads to the same releases.
  for (const [place, root] of Object.entries({
    "": "../",
    next: "../../",
    "v/1.9.0": "../../../",
  })) {
    const list = readFileSync(join(out, place, "v/index.html"), "utf8");
    expect(list.match(/href="[^"]*v\/1[^"]*"/g)).toEqual(
      releases.versions.map((version) => `href="${root}v/${version}/"`),
    );
  }
});

test("until there is a release, the root is what is not released", () => {
  using folder = temporaryFolder("hosting-");
  const [next, out] = [join(folder.path, "next"), join(folder.path, "out")];
  writeSite(next, "main", ["", "pl/"]);
  const none = { versions: [], last: undefined, days: {}, dates: new Map() };
  putTogether(out, { ...none, released: folder.path, next, url });
  expect(head(out, "")).toContain(`<title>main</title><link rel="canonical" href="${url}">`);
  expect(head(out, "next/pl")).toContain(`<link rel="canonical" href="${url}pl/">`);
  expect(readFileSync(join(out, "v/index.html"), "utf8")).toContain("There is no earlier release");
});

test("a registry of nothing but candidates has no release", async () => {
  await using registry = await startRegistry();
  await publish(registry.url, "1.0.0-rc.1", "rc", [""]);
  const none = { versions: [], last: undefined, days: {} };
  expect(await readReleases({ name, registry: registry.url })).toEqual(none);
});

test("nothing is released when the registry says 404, and it is an error when it fails", async () => {
  let respond: "404" | "500" | "drop" | "403" = "404";
  await using registry = await listen((request, response) => {
    if (respond === "drop") request.socket.destroy();
    else response.writeHead(Number(respond)).end("{}");
  });
  const read = () => readReleases({ name, registry: registry.url });
  expect(await read()).toEqual({ versions: [], last: undefined, days: {} });
  for (respond of ["500", "drop", "403"] as const) {
    await expect(read()).rejects.toThrow(`The registry does not tell the releases of ${name}`);
  }
});

test("a release that the registry lists and does not send is an error", async () => {
  await using registry = await startRegistry();
  using folder = temporaryFolder("hosting-");
  await publish(registry.url, "1.0.0", "latest", [""]);
  const fetching = fetchSites(["1.0.0", "1.0.1"], folder.path, { name, registry: registry.url });
  await expect(fetching).rejects.toThrow("1.0.1");
});

test("a release without a site is refused", async () => {
  await using registry = await startRegistry();
  using folder = temporaryFolder("hosting-");
  await publish(registry.url, "1.0.0", "latest", ["guides/errors/"]);
  const fetching = fetchSites(["1.0.0"], folder.path, { name, registry: registry.url });
  await expect(fetching).rejects.toThrow(`${name}@1.0.0 has no site`);
});
