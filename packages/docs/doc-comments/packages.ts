import type { ApiPackage } from "./api-page.ts";
import { readExports } from "./read-exports.ts";

const source = (name: string) => new URL(`../../${name}/src/index.ts`, import.meta.url);

/** The packages whose API the site shows. */
export function readPackages(definitions: readonly string[]): ApiPackage[] {
  return [
    {
      name: "client",
      exports: readExports(source("client")),
      definitions,
      description: {
        en: "The client: one function for each operation, with retries, deadlines and typed errors.",
        pl: "Klient: jedna funkcja na operację, z ponawianiem, limitami czasu i typowanymi błędami.",
      },
    },
    {
      name: "types",
      exports: readExports(source("types")),
      definitions,
      description: {
        en: "The types of the contract, the known values of its enums, and guards for them.",
        pl: "Typy kontraktu, znane wartości wyliczeń i funkcje, które je rozpoznają.",
      },
    },
  ];
}
