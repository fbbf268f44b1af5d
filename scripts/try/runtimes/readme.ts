/** The part of the client's README that says how the situations went. */
import { readFileSync, writeFileSync } from "node:fs";
import { type Column, renderSummary, renderTable } from "./table.ts";

const path = new URL("../../../packages/client/README.md", import.meta.url);
const [begin, end] = ["<!-- runtimes: npm run check -- runtimes --write -->", "<!-- /runtimes -->"];
const block = new RegExp(`(?<=${begin}\n)[\\s\\S]*(?=\n${end})`);

/** What the README says. */
export const readBlock = (): string => block.exec(readFileSync(path, "utf8"))?.[0] ?? "";

/** What it has to say after a run. */
export const renderBlock = (situations: readonly string[], columns: readonly Column[]): string =>
  [
    renderSummary(situations, columns),
    "",
    "<details>",
    "<summary>Every situation on every runtime</summary>",
    "",
    renderTable(situations, columns),
    "",
    "</details>",
  ].join("\n");

export function writeBlock(text: string): void {
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(block, () => text),
  );
}
