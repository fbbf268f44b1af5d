import type { ApiPackage } from "./api-page.ts";
import { readExports } from "./read-exports.ts";

const read = (file: string) => readExports(new URL(`../../${file}`, import.meta.url));

// Read once for all languages.
const client = read("client/src/index.ts");
const validate = read("client/src/validate/index.ts");
const testing = read("client/src/testing/index.ts");
const types = read("types/src/index.ts");

/** The packages whose API the site shows, and their further entry points. */
export function readPackages(definitions: readonly string[]): ApiPackage[] {
  return [
    {
      name: "client",
      exports: client,
      definitions,
      description: {
        en: "The client: one function for each operation, with retries, deadlines and typed errors.",
        pl: "Klient: jedna funkcja na operację, z ponawianiem, limitami czasu i typowanymi błędami.",
      },
    },
    {
      name: "client/validate",
      exports: validate,
      definitions,
      description: {
        en: "Compares what the service sends with the contract.",
        pl: "Porównuje z kontraktem to, co wysyła usługa.",
      },
    },
    {
      name: "client/testing",
      exports: testing,
      definitions,
      description: {
        en: "What a test needs instead of a server: answers from the contract's examples, and faults.",
        pl: "To, czego test potrzebuje zamiast serwera: odpowiedzi z przykładów kontraktu i awarie.",
      },
    },
    {
      name: "types",
      exports: types,
      definitions,
      description: {
        en: "The types of the contract, the known values of its enums, and guards for them.",
        pl: "Typy kontraktu, znane wartości wyliczeń i funkcje, które je rozpoznają.",
      },
    },
  ];
}
