/** What a partner's developer would search for, and the pages that answer it. */
import MiniSearch from "minisearch";
import { findPages } from "../browser/find-pages.ts";
import { searchOptions } from "../browser/search-options.ts";
import { pathIn } from "../page/addresses.ts";
import { type Language, languages } from "../page/languages.ts";
import { readDist } from "./site-pages.ts";

const questions: Readonly<Record<Language, readonly (readonly [string, ...string[]])[]>> = {
  en: [
    ["status pending po upload", "reference/schemas/OrderStatus/", "guides/order-life/"],
    ["429", "guides/throttling/", "guides/errors/"],
    ["correlation", "reference/operations/getOrder/", "guides/throttling/", "guides/errors/"],
    ["term", "guides/prices/", "reference/schemas/OrderLineItem/", "reference/schemas/RenewsTo/"],
    ["how to get a token", "guides/authentication/"],
    ["900421", "guides/errors/", "guides/authentication/"],
    ["mfa required", "guides/authentication/", "guides/errors/"],
    ["order not found after purchase", "guides/order-life/", "guides/errors/"],
    ["include price", "guides/prices/", "reference/operations/getOrder/"],
    ["totalPrice missing", "guides/prices/", "reference/schemas/Order/"],
    ["subscription id missing", "guides/order-life/", "reference/schemas/OrderLineItem/"],
    ["retry after", "guides/throttling/", "reference/operations/getOrder/"],
    ["rate limit", "guides/throttling/"],
    ["python", "samples/"],
    ["csharp example", "samples/"],
    ["curl", "samples/", "try/", "guides/authentication/"],
    ["china", "guides/authentication/", "reference/"],
    ["secure application model", "guides/authentication/"],
    ["refresh token expired", "guides/authentication/"],
    ["unknown enum value", "guides/enums/"],
    ["billing cycle", "reference/schemas/BillingCycle/", "guides/prices/"],
    ["savings plan commitment", "reference/schemas/PurchaseCommitment/", "guides/prices/"],
    ["createClient options", "packages/client/"],
    ["isKnownOrderStatus", "packages/types/", "guides/enums/"],
    ["mock server", "", "try/"],
    ["etag", "reference/schemas/ResourceAttributes/", "guides/errors/"],
    ["purchase order rejected", "reference/schemas/OrderStatus/", "guides/order-life/"],
    ["line item quantity", "reference/schemas/OrderLineItem/"],
    ["upgrade breaking change", "upgrade/", "changelog/"],
    ["llms.txt", "machines/"],
    ["creation date format", "reference/schemas/Order/", "guides/enums/"],
    ["no relationship with customer 20002", "guides/errors/"],
  ],
  pl: [
    ["status pending po upload", "reference/schemas/OrderStatus/", "guides/order-life/"],
    ["429", "guides/throttling/", "guides/errors/"],
    ["korelacja", "reference/operations/getOrder/", "guides/throttling/", "guides/errors/"],
    ["termin", "guides/prices/", "reference/schemas/OrderLineItem/", "reference/schemas/RenewsTo/"],
    ["jak uzyskać token", "guides/authentication/"],
    ["900421", "guides/errors/", "guides/authentication/"],
    ["uwierzytelnianie wieloskładnikowe", "guides/authentication/", "guides/errors/"],
    ["nie ma zamówienia po zakupie", "guides/order-life/", "guides/errors/"],
    ["ceny w odpowiedzi", "guides/prices/", "reference/operations/getOrder/"],
    ["brak totalPrice", "guides/prices/", "reference/schemas/Order/"],
    ["brak identyfikatora subskrypcji", "guides/order-life/", "reference/schemas/OrderLineItem/"],
    ["ile czekać po 429", "guides/throttling/"],
    ["limit żądań", "guides/throttling/"],
    ["python", "samples/"],
    ["przykład w csharp", "samples/"],
    ["curl", "samples/", "try/", "guides/authentication/"],
    ["chiny", "guides/authentication/", "reference/"],
    ["model bezpiecznej aplikacji", "guides/authentication/"],
    ["token odświeżania wygasł", "guides/authentication/"],
    ["nieznana wartość wyliczenia", "guides/enums/"],
    ["cykl rozliczeniowy", "reference/schemas/BillingCycle/", "guides/prices/"],
    ["plan oszczędnościowy", "reference/schemas/PurchaseCommitment/", "guides/prices/"],
    ["createClient", "packages/client/", ""],
    ["token elementu nośnego", "guides/authentication/", "reference/operations/getOrder/"],
    ["atrapa", "", "try/"],
    ["zamowienie anulowane", "guides/order-life/", "reference/schemas/OrderStatus/"],
    ["odrzucone zamówienie zakupu", "reference/schemas/OrderStatus/", "guides/order-life/"],
    ["identyfikator klienta", "reference/operations/getOrder/", "guides/errors/"],
    ["aktualizacja zmiana łamiąca zgodność", "upgrade/"],
    ["opóźnienie 15 minut", "guides/order-life/"],
    ["data utworzenia", "reference/schemas/Order/", "guides/enums/"],
    ["wielkość liter", "guides/enums/"],
  ],
};

export interface SearchResult {
  language: Language;
  asked: number;
  /** Questions whose page is not among the first three, with what was found. */
  missed: string[];
}

/** Asks the index that the reader's browser loads. */
export function askQuestions(): SearchResult[] {
  return languages.map((language) => {
    const text = readDist(`assets/search-${language}.json`);
    const index = MiniSearch.loadJSON(text, searchOptions(language));
    const missed = questions[language].flatMap(([question, ...expected]) => {
      const first = findPages(index, question).slice(0, 3);
      const paths = first.map(({ address }) => address.split("#")[0]);
      const isFound = expected.some((path) => paths.includes(pathIn(language, path)));
      return isFound ? [] : [`${question}: ${paths.join(", ") || "nothing"}`];
    });
    return { language, asked: questions[language].length, missed };
  });
}
