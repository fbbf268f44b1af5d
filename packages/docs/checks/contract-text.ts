/** Looks for everything that the contract says in what a reader without JavaScript sees. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { localiseContract } from "../reference/localise-contract.ts";
import { pathIn } from "../site/addresses.ts";
import { textOf } from "../site/html.ts";
import { type Language, languages } from "../site/languages.ts";
import { renderMarkdown } from "../site/markdown.ts";
import { pagePaths } from "./site-pages.ts";

export interface ContractText {
  language: Language;
  asked: number;
  missing: string[];
}

/** Reads every page of the reference with the given one, which must have JavaScript switched off. */
export async function findContractText(page: Page, siteUrl: string): Promise<ContractText[]> {
  const bundle = fileURLToPath(import.meta.resolve("@partner-center/spec/dist/openapi.json"));
  const results: ContractText[] = [];
  for (const language of languages) {
    const contract: unknown =
      language === "en"
        ? JSON.parse(readFileSync(bundle, "utf8"))
        : await localiseContract(bundle, language);
    const seen = await readPages(page, siteUrl, language);
    const said = [...new Set(saidBy(contract).map(squeeze))].filter((text) => text !== "");
    const missing = said.filter((text) => !seen.includes(text));
    results.push({ language, asked: said.length, missing });
  }
  return results;
}

async function readPages(page: Page, siteUrl: string, language: Language): Promise<string> {
  const texts: string[] = [];
  const reference = pathIn(language, "reference/");
  for (const path of pagePaths().filter((path) => path.startsWith(reference))) {
    await page.goto(`${siteUrl}${path}`);
    const main = page.locator("main");
    texts.push(squeeze((await main.textContent()) ?? ""));
    // An address may stand behind words.
    texts.push(
      ...(await main
        .locator("a")
        .evaluateAll((links) => links.map((a) => `${a.getAttribute("href")}`))),
    );
  }
  return texts.join("\n");
}

const squeeze = (text: string): string => text.replace(/\s+/g, "");

/** Members of the contract that are for tools, and say nothing to a reader. */
const silent = [
  "$ref",
  "x-ms-enum",
  "x-orderProgress",
  "openapi",
  "security",
  "operationId",
  "identifier",
  "in",
];

/** Names of groups, whose members' names are the contract's own. */
const groups = ["properties", "schemas", "headers", "content", "responses", "x-enumDescriptions"];

/** Every text, name and example of the contract, as plain text. */
function saidBy(value: unknown, key = "", parent = ""): string[] {
  if (["example", "value"].includes(key) && parent !== "properties") return [asCode(value)];
  if (key === "examples" && Array.isArray(value)) return value.slice(0, 1).map(asCode);
  // A list is shown as what it is made of: `Link[]`.
  if (key === "type" && value === "array") return [];
  if (typeof value === "string") return [textOf(renderMarkdown(value))];
  if (Array.isArray(value)) return value.flatMap((item) => saidBy(item, key, parent));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    // A member may be called like a group, and names of shared responses are nobody's business.
    const isGroup = groups.includes(key) && parent !== "properties";
    const isNamed = isGroup && !(key === "responses" && parent === "components");
    if (silent.includes(name) && !isNamed) return [];
    return [...(isNamed ? [name] : []), ...saidBy(member, name, key)];
  });
}

const asCode = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
