import type { Language } from "../../page/languages.ts";
import { type Export, readExports } from "./read-exports.ts";

/** An entry point of a package. */
export interface DescribedPackage {
  /** Such as `client`, or `client/testing` for one of its further entry points. */
  name: string;
  exports: Export[];
  /** One sentence in each language. */
  description: Readonly<Record<Language, string>>;
  /** Search terms that its page does not contain, in any language. */
  keywords: string;
}

const read = (file: string) => readExports(new URL(`../../../${file}`, import.meta.url));

/** The packages whose API the site shows, and their further entry points. */
export const packages: readonly DescribedPackage[] = [
  {
    name: "client",
    exports: read("client/src/index.ts"),
    description: {
      en: "The client: one function for each operation, with retries, deadlines and typed errors.",
      pl: "Biblioteka, która ma po jednej funkcji na operację, ponawia żądania, pilnuje limitów czasu i zgłasza typowane błędy.",
    },
    keywords:
      "sdk library npm esm commonjs require import options abort cancel a call signal biblioteka opcje przerwać przerwanie wywołania",
  },
  {
    name: "client/validate",
    exports: read("client/src/validate/index.ts"),
    description: {
      en: "Compares what the service sends with the contract.",
      pl: "Porównuje z kontraktem odpowiedzi usługi.",
    },
    keywords:
      "schema validation validator standard zod ajv drift schemat walidacja walidator niezgodność",
  },
  {
    name: "client/testing",
    exports: read("client/src/testing/index.ts"),
    description: {
      en: "What a test needs instead of a server: responses from the contract's examples, and faults.",
      pl: "Zastępuje serwer w testach: odpowiada przykładami z kontraktu i udaje awarie.",
    },
    keywords:
      "test my code tests testing unit jest vitest mocha mock stub fake client offline simulate testy testów testowanie własnego kodu jednostkowe zaślepka biblioteki bez sieci symulacja",
  },
  {
    name: "types",
    exports: read("types/src/index.ts"),
    description: {
      en: "The types of the contract, the known values of its enums, and guards for them.",
      pl: "Typy kontraktu, znane wartości wyliczeń i funkcje, które je rozpoznają.",
    },
    keywords:
      "typescript types interfaces definitions generated typy interfejsy definicje wygenerowane",
  },
];
