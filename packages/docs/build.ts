/**
 * Renders the bundled contract, spec/dist/openapi.json, into dist/: index.html, which needs nothing
 * but itself, beside the openapi.json and openapi.yaml that it offers for download.
 *
 * Usage: node build.ts
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const bundle = fileURLToPath(import.meta.resolve("@partner-center/spec/dist/"));
const dist = join(here, "dist");
const downloads = ["openapi.json", "openapi.yaml"];

for (const name of downloads) {
  if (existsSync(join(bundle, name))) continue;
  console.error(`spec/dist/${name} is missing; run: npx turbo run bundle`);
  process.exit(1);
}
const contract = readFileSync(join(bundle, "openapi.json"), "utf8");
const page = removeLogo(renderPage(showExamples(contract)));

mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, "index.html"), page);
for (const name of downloads) copyFileSync(join(bundle, name), join(dist, name));

/** Redoc shows the `example` of a property but not its `examples`, the form of OpenAPI 3.1. */
function showExamples(contract: string): string {
  return JSON.stringify(
    JSON.parse(contract, (_key, value) =>
      Array.isArray(value?.examples) ? { ...value, example: value.examples[0] } : value,
    ),
  );
}

/** What `redocly build-docs` makes of the contract with redocly.yaml and page.hbs. */
function renderPage(contract: string): string {
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  try {
    const input = join(folder, "openapi.json");
    const output = join(folder, "index.html");
    writeFileSync(input, contract);
    execFileSync(
      process.execPath,
      [
        fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js")),
        "build-docs",
        input,
        "--inlineBundle",
        `--output=${output}`,
        `--config=${join(here, "redocly.yaml")}`,
      ],
      {
        env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
        stdio: "pipe",
      },
    );
    return readFileSync(output, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Redoc fetches its logo, in one of two sizes, from a host of its own. No option prevents it. */
function removeLogo(page: string): string {
  const logo = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
  const count = page.match(logo)?.length ?? 0;
  if (count !== 2) {
    throw new Error(
      `Expected Redoc's logo twice in the page and found it ${count} times: @redocly/cli has changed, and removeLogo in packages/docs/build.ts must follow`,
    );
  }
  return page.replace(logo, "data:,");
}
