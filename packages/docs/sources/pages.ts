import { type Contract, schemaTypeNames } from "@partner-center/spec";
import { textsIn } from "../page/interface-texts.ts";
import type { Language } from "../page/languages.ts";
import type { Page } from "../page/page.ts";
import { drawDiagrams } from "./diagrams.ts";
import { embeddedOperations } from "./embedded-operations.ts";
import { packagePage } from "./exports/package-page.ts";
import { packages } from "./exports/packages.ts";
import { type Guide, guidePage, guides, machines, runtimes } from "./guides.ts";
import { withSources } from "./page-files.ts";
import { contractPage } from "./reference/contract-page.ts";
import { definitionPage } from "./reference/definition-page.ts";
import { definitionNames } from "./reference/definitions.ts";
import { type GuideLinks, guideLinksIn } from "./reference/guide-links.ts";
import { operationPage } from "./reference/operation-page.ts";
import { type Places, placesIn } from "./reference/places.ts";
import { operationsInOrder, tagAnchorsIn } from "./reference/tags.ts";
import { usesByDefinition } from "./reference/uses.ts";
import { changelogPage, upgradePage } from "./release-pages.ts";
import { readReleases } from "./releases.ts";
import { runtimesPage } from "./runtimes-page.ts";

/** Every page of one language, in the order of the menu. */
export async function pagesIn(language: Language, contract: Contract): Promise<Page[]> {
  const places = placesIn(contract);
  const definitions = definitionNames(contract);
  // What no type can be named after has no export either, and the types' generator reports it.
  const exported = schemaTypeNames(contract, () => {});
  const reference = new Map(
    definitions.map((name) => [exported.get(name) ?? name, places.schema(name)]),
  );
  const releases = await readReleases();
  const embedded = {
    diagrams: await drawDiagrams(language),
    ...embeddedOperations(contract, textsIn(language)),
  };
  const write = (guide: Guide) => guidePage(language, guide, embedded).page;
  const written = guides.map((guide) => guidePage(language, guide, embedded));
  const guideLinks = guideLinksIn(written);
  const writeRelease = (name: string) => write({ name, path: `${name}/`, group: "releases" });
  const pages = [
    ...written.map(({ page }) => page),
    ...referencePages(language, contract, {
      places,
      home: "reference/",
      isTried: true,
      guideLinks,
    }),
    ...packages.map((described) => packagePage(language, described, reference)),
    runtimesPage(write(runtimes)),
    changelogPage(writeRelease("changelog"), releases),
    upgradePage(writeRelease("upgrade"), releases),
    writeRelease("versions"),
    write(machines),
  ];
  return withSources(pages, contract, places);
}

interface OnSite {
  places?: Places;
  /** Path of the contract's own page: a site of the reference alone begins with it. */
  home?: string;
  /** Whether readers can try the operations: the site has the client that was made for them. */
  isTried?: boolean;
  guideLinks?: GuideLinks;
}

/** The pages that are made from the contract alone. */
export function referencePages(
  language: Language,
  contract: Contract,
  { places = placesIn(contract), home = "", isTried = false, guideLinks }: OnSite = {},
): Page[] {
  const texts = textsIn(language);
  const uses = usesByDefinition(contract, places, texts.requestBody);
  const tagAnchors = tagAnchorsIn(contract);
  const shared = {
    contract,
    places,
    uses,
    texts,
    home,
    tagAnchors,
    isTried,
    ...(guideLinks && { guideLinks }),
  };
  return [
    contractPage(shared, language),
    ...operationsInOrder(contract).map((placed) => operationPage(shared, language, placed)),
    ...definitionNames(contract).map((name) => definitionPage(shared, language, name)),
  ];
}
