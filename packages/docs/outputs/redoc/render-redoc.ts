/** Renders the contract with Redoc into one self-contained page. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import type { Contract } from "@partner-center/spec";
import { Redocly } from "@partner-center/spec/redocly";

const config = fileURLToPath(new URL("redocly.yaml", import.meta.url));

/**
 * What `redocly build-docs` makes of the contract with redocly.yaml and page.hbs.
 *
 * @param isTranslated whether the site around it has Polish pages to go back to
 */
export async function renderRedoc(contract: Contract, isTranslated: boolean): Promise<string> {
  using folder = temporaryFolder("redoc-");
  const input = join(folder.path, "openapi.json");
  const output = join(folder.path, "index.html");
  writeFileSync(input, showExamples(contract));
  // An instance of its own runs beside others.
  const redocly = new Redocly();
  await redocly.print(
    "build-docs",
    input,
    "--inlineBundle",
    `--output=${output}`,
    `--config=${config}`,
    ...(isTranslated ? ["--templateOptions.translated=true"] : []),
  );
  // Frees its memory for the rest of the build.
  redocly.restart();
  return removeLogo(readFileSync(output, "utf8"));
}

/** Redoc shows the `example` of a property but not its `examples`, the form of OpenAPI 3.1. */
function showExamples(contract: Contract): string {
  return JSON.stringify(contract, (_key, value) =>
    Array.isArray(value?.examples) ? { ...value, example: value.examples[0] } : value,
  );
}

/** Redoc fetches its logo, in one of two sizes, from a host of its own. No option prevents it. */
function removeLogo(page: string): string {
  const logo = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
  const count = page.match(logo)?.length ?? 0;
  if (count !== 2) {
    throw new Error(
      `Expected Redoc's logo twice in the page and found it ${count} times: @redocly/cli has changed, and removeLogo in packages/docs/outputs/redoc/render-redoc.ts must follow`,
    );
  }
  return page.replace(logo, "data:,");
}
