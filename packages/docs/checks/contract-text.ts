/** Looks for every text of the contract in what a reader without JavaScript sees. */
import { isObject } from "@partner-center/spec";
import type { Page } from "playwright-core";
import { pathIn } from "../page/addresses.ts";
import { textOf } from "../page/html.ts";
import { type Language, languages } from "../page/languages.ts";
import { renderMarkdown } from "../page/markdown.ts";
import { contractIn } from "../sources/reference/localise-contract.ts";
import { pagePaths } from "./site-pages.ts";

export interface ContractText {
  language: Language;
  asked: number;
  missing: string[];
}

/** Reads every page of the reference in the given browser page, which must have JavaScript disabled. */
export async function findContractText(page: Page, siteUrl: string): Promise<ContractText[]> {
  const results: ContractText[] = [];
  for (const language of languages) {
    const seen = await readPages(page, siteUrl, language);
    const said = [...new Set(textsOf(await contractIn(language)).map(squeeze))].filter(
      (text) => text !== "",
    );
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
    // An address may be the target of a link.
    texts.push(
      ...(await main
        .locator("a")
        .evaluateAll((links) => links.map((a) => `${a.getAttribute("href")}`))),
    );
  }
  return texts.join("\n");
}

const squeeze = (text: string): string => text.replace(/\s+/g, "");

/** Keys of the contract that are for tools, not for readers. */
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

/** Keys whose values have names of the contract's own as keys. */
const groups = ["properties", "schemas", "headers", "content", "responses", "x-enumDescriptions"];

/** Every description, name and example of the contract, as plain text. */
function textsOf(value: unknown, key = "", parent = ""): string[] {
  if (["example", "value"].includes(key) && parent !== "properties") return [asCode(value)];
  if (key === "examples" && Array.isArray(value)) return value.slice(0, 1).map(asCode);
  // A list is shown as what it is made of: `Link[]`.
  if (key === "type" && value === "array") return [];
  if (typeof value === "string") return [textOf(renderMarkdown(value))];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, key, parent));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    // A property may have the name of a group, and the names of shared responses are not shown.
    const isGroup = groups.includes(key) && parent !== "properties";
    const isNamed = isGroup && !(key === "responses" && parent === "components");
    if (silent.includes(name) && !isNamed) return [];
    return [...(isNamed ? [name] : []), ...textsOf(part, name, key)];
  });
}

const asCode = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
