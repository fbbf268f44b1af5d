/**
 * Lists, all at once, what the contract lacks and no lint rule can see: the source of what the
 * vendor's page lacks, the translation of each text, and an example of each property and value.
 *
 * Usage: node checks/check-contract.ts        (exits 1 on findings)
 */
import { readdirSync, readFileSync } from "node:fs";
import { main } from "@partner-center/lib/main";
import { parse } from "yaml";
import { type Contract, parseContract } from "../contract.ts";
import { bundleContract } from "../redocly.ts";
import { checkTranslation, type Overlay } from "./check-translation.ts";
import { comparePages } from "./compare-pages.ts";
import { countFacts, type Pages, readPages } from "./facts.ts";
import { findUnshown } from "./find-unshown.ts";

/** The findings of all checks, a sentence each. Overlays are named after their languages. */
export async function checkContract(
  contract: Contract,
  pages: Pages,
  overlays: { [language: string]: Overlay },
): Promise<string[]> {
  const translations = Object.entries(overlays).map(async ([language, overlay]) => {
    const findings = await checkTranslation(contract, overlay);
    return findings.map((finding) => `overlays/${language}.yaml: ${finding}`);
  });
  return [
    ...comparePages(contract, pages),
    ...findUnshown(contract),
    ...(await Promise.all(translations)).flat(),
  ];
}

await main(import.meta, {}, async () => {
  const folder = new URL("../overlays/", import.meta.url);
  const overlays = readdirSync(folder).map((file) => {
    const overlay: Overlay = parse(readFileSync(new URL(file, folder), "utf8"));
    return [file.replace(".yaml", ""), overlay];
  });
  const pages = readPages();
  const contract = parseContract(await bundleContract());
  const findings = await checkContract(contract, pages, Object.fromEntries(overlays));
  if (findings.length > 0) throw new Error(findings.map((line) => `spec: ${line}`).join("\n"));
  console.log(
    `contract: ${countFacts(pages)} equal to the vendor's pages, all shown, all translated`,
  );
});
