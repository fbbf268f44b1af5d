/** Makes the site from a contract, and looks for the page of each operation and schema. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { RunError, run } from "@partner-center/lib/run";
import { type Contract, operationsOf, schemasOf } from "@partner-center/spec";
import { placesIn } from "../../../packages/docs/sources/reference/places.ts";
import type { Made, Refusal } from "./make-packages.ts";

const build = join(import.meta.dirname, "../../../packages/docs/build.ts");

/** Writes `docs/` into the folder, from `openapi.json` there. */
export async function makeDocs(folder: string, contract: Contract): Promise<Made> {
  const out = join(folder, "docs");
  const options = ["--contract", join(folder, "openapi.json"), "--out", out];
  try {
    const printed = await run("node", [build, ...options], { capture: true });
    return { name: "docs", refusals: missingPages(out, contract), notes: linesOf(printed) };
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return { name: "docs", refusals: [], crash: error.message };
  }
}

function missingPages(out: string, contract: Contract): Refusal[] {
  const places = placesIn(contract);
  const pages = [
    ...operationsOf(contract).map((placed) => ({
      place: ["paths", placed.path, placed.method],
      page: places.operation(placed),
    })),
    ...Object.keys(schemasOf(contract)).map((name) => ({
      place: ["components", "schemas", name],
      page: places.schema(name),
    })),
  ];
  return pages
    .filter(({ page }) => !existsSync(join(out, page, "index.html")))
    .map(({ place }) => ({ place, problem: "it has no page", wayOut: "see redoc/index.html" }));
}

/** What the build says that no page shows, a line each. */
const linesOf = (printed: string): string[] => printed.split("\n").filter((line) => line.trim());
