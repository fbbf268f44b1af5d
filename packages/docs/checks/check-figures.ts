/**
 * Measures the built site and prints each figure beside its limit.
 *
 * Usage: npm run check -- site [--quick]       (exits 1 when a limit is not met)
 *   --quick   checks a few pages with axe, and leaves out speed and build times
 */
import { main } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { operationsOf, parseContract, readBundle } from "@partner-center/spec";
import { serveSite } from "../serve.ts";
import { definitionNames } from "../sources/reference/definitions.ts";
import { placesIn } from "../sources/reference/places.ts";
import { reportFirstScreen, reportReading, reportTries, reportVisits } from "./browser-figures.ts";
import { launchChromium } from "./chromium.ts";
import { reportFiles } from "./file-figures.ts";
import { reportSummary } from "./report.ts";
import { pagePaths } from "./site-pages.ts";
import { reportBuild, reportSpeed } from "./time-figures.ts";

const options = { quick: { type: "boolean", default: false } } as const; // As parseArgs wants it.

await main(import.meta, { options }, async ({ values: { quick } }) => {
  // The snippets of the guides import the packages.
  await make("build", "docs", "client");
  const contract = parseContract(readBundle());
  const [first] = operationsOf(contract);
  if (!first) throw new Error("The contract has no operation to measure.");
  const places = placesIn(contract);
  const operation = places.operation(first);
  console.log(`${pagePaths().length} pages`);
  reportFiles(operation);
  await using site = await serveSite();
  await using browser = await launchChromium();
  const url = `${site.url}/`;
  // Times first: what is measured after them keeps the machine busy.
  if (!quick) {
    await reportSpeed(url, browser, operation, first.operation.summary ?? first.id);
    await reportBuild();
  }
  await reportReading(url, browser);
  await reportFirstScreen(url, browser, operation);
  await reportTries(url, browser, contract);
  const definitions = definitionNames(contract).slice(0, 1).map(places.schema);
  const few = ["", operation, ...definitions, "pl/guides/errors/"];
  await reportVisits(url, browser, quick ? few : [...pagePaths(), "404.html"]);
  reportSummary();
});
