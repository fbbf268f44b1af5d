/** Renders the contract with Redoc into one page that needs nothing but itself. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** What `redocly build-docs` makes of the contract with redocly.yaml and page.hbs. */
export async function renderRedoc(contract: string): Promise<string> {
  const temporary = await mkdtemp(join(tmpdir(), "redoc-"));
  try {
    const input = join(temporary, "openapi.json");
    const output = join(temporary, "index.html");
    await writeFile(input, showExamples(contract));
    await runRedocly(
      "build-docs",
      input,
      "--inlineBundle",
      `--output=${output}`,
      `--config=${join(folder, "redocly.yaml")}`,
    );
    return removeLogo(await readFile(output, "utf8"));
  } finally {
    await rm(temporary, { recursive: true });
  }
}

/** Runs the Redocly CLI, which reports to nobody and prints only when it fails. */
export async function runRedocly(...parameters: string[]): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js")), ...parameters],
    { env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
  );
}

/** Redoc shows the `example` of a property but not its `examples`, the form of OpenAPI 3.1. */
function showExamples(contract: string): string {
  return JSON.stringify(
    JSON.parse(contract, (_key, value) =>
      Array.isArray(value?.examples) ? { ...value, example: value.examples[0] } : value,
    ),
  );
}

/** Redoc fetches its logo, in one of two sizes, from a host of its own. No option prevents it. */
function removeLogo(page: string): string {
  const logo = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
  const count = page.match(logo)?.length ?? 0;
  if (count !== 2) {
    throw new Error(
      `Expected Redoc's logo twice in the page and found it ${count} times: @redocly/cli has changed, and removeLogo in packages/docs/redoc/render-redoc.ts must follow`,
    );
  }
  return page.replace(logo, "data:,");
}
