/** Which file of the repository a page of the reference or of a package is written in. */
import { existsSync } from "node:fs";
import { type Contract, operationsOf } from "@partner-center/spec";
import type { Page } from "../page/page.ts";
import { packages } from "./exports/packages.ts";
import { definitionNames } from "./reference/definitions.ts";
import type { Places } from "./reference/places.ts";

const root = new URL("../../../", import.meta.url);

/** Adds its file to each page that has one of its own. */
export function withSources(pages: readonly Page[], contract: Contract, places: Places): Page[] {
  const files = new Map([
    ["reference/", "spec/openapi.yaml"],
    ...operationsOf(contract).map(
      (placed) =>
        [
          places.operation(placed),
          `spec/paths/${placed.path.slice(1).replaceAll("/", "_")}.yaml`,
        ] as const,
    ),
    ...definitionNames(contract).map(
      (name) => [places.schema(name), `spec/components/schemas/${name}.yaml`] as const,
    ),
    ...packages.map(({ name }) => {
      const [folder, ...entry] = name.split("/");
      const file = ["packages", folder, "src", ...entry, "index.ts"].join("/");
      return [`packages/${name}/`, file] as const;
    }),
  ]);
  return pages.map((page) => {
    const file = files.get(page.path);
    return file && existsSync(new URL(encodeURI(file), root)) ? { ...page, source: file } : page;
  });
}
