import { apiPage } from "../doc-comments/api-page.ts";
import { readPackages } from "../doc-comments/packages.ts";
import { type Contract, definitionNames, operationsOf } from "../reference/contract.ts";
import { contractPage } from "../reference/contract-page.ts";
import { definitionPage } from "../reference/definition-page.ts";
import { operationPage } from "../reference/operation-page.ts";
import { usesByDefinition } from "../reference/uses.ts";
import { drawDiagrams } from "./diagrams.ts";
import { guidePage, guides, machines } from "./guides.ts";
import { textsIn } from "./interface-texts.ts";
import type { Language } from "./languages.ts";
import type { Page } from "./page.ts";
import {
  changelogPage,
  earlierVersions,
  readReleases,
  upgradePage,
  versionsPage,
} from "./releases.ts";

/** Every page of one language, in the order of the menu. */
export async function pagesIn(language: Language, contract: Contract): Promise<Page[]> {
  const context = { contract, texts: textsIn(language) };
  const diagrams = await drawDiagrams(language);
  const write = (guide: (typeof guides)[number]) => guidePage(language, guide, diagrams);
  const definitions = definitionNames(contract);
  const uses = usesByDefinition(contract);
  const releases = readReleases();
  return [
    ...guides.map(write),
    contractPage(context, language),
    ...operationsOf(contract).map((placed) => operationPage(context, language, placed)),
    ...definitions.map((name) => definitionPage(context, language, name, uses.get(name) ?? [])),
    ...readPackages(definitions).map((described) => apiPage(language, described)),
    changelogPage(write({ name: "changelog", path: "changelog/", group: "releases" }), releases),
    upgradePage(write({ name: "upgrade", path: "upgrade/", group: "releases" }), releases),
    versionsPage(
      write({ name: "versions", path: "versions/", group: "releases" }),
      earlierVersions(),
    ),
    write(machines),
  ];
}
