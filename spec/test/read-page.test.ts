import { expect, test } from "vitest";
import { readPage } from "../checks/read-page.ts";

/** A page in the vendor's layout, about something else. Its second table has lost its heading. */
const page = `
Things - Get a thing

GET https://service.test/v{version}/things/{id}
GET https://service.test/v{version}/things/{id}?deep={deep}

Parametry identyfikatora URI

Nazwa W Wymagane Typ Opis
id
path True

string

Which thing.

deep
query

boolean

Nagłówek żądania

Nazwa Wymagane Typ Opis
Authorization True

string

A token

ms-cv

string

An ID

Odpowiedzi

Nazwa Typ Opis
200 OK

Shop.Models.Thing

The thing.

Media Types: "application/json", "text/xml"

404 Not Found

No thing.

Media Types: "application/json"

Definicje

Nazwa Opis
Shop.Models.Links
Shop.Models.Part
Shop.Models.Thing
Shop.Pair[System.String,System.String]

Shop.Models.Links

Nazwa Typ Opis
self

Shop.Models.Part

Nazwa Typ Opis
pairs

Shop.Pair[System.String,System.String][]

Shop.Models.Thing

Nazwa Typ Opis
colour enum:
  • green
  • red
size

integer

Shop.Pair[System.String,System.String]

Nazwa Typ Opis
key

string
`;

test("every fact of a page is read, under the right definition even where a heading is lost", () => {
  expect(readPage(page)).toEqual({
    method: "get",
    server: "https://service.test",
    path: "/v{version}/things/{id}",
    parameters: {
      id: { in: "path", required: true, type: "string" },
      deep: { in: "query", required: false, type: "boolean" },
      Authorization: { in: "header", required: true, type: "string" },
      "ms-cv": { in: "header", required: false, type: "string" },
    },
    responses: {
      "200": { type: "Shop.Models.Thing", mediaTypes: ["application/json", "text/xml"] },
      "404": { mediaTypes: ["application/json"] },
    },
    definitions: {
      "Shop.Models.Links": { self: "Shop.Models.Part" },
      "Shop.Models.Part": { pairs: "Shop.Pair[System.String,System.String][]" },
      "Shop.Models.Thing": { colour: ["green", "red"], size: "integer" },
      "Shop.Pair[System.String,System.String]": { key: "string" },
    },
  });
});

test("a table under a heading that the list has elsewhere is refused", () => {
  const swapped = page.replace("\nShop.Models.Thing\n\nNazwa", "\nShop.Models.Part\n\nNazwa");
  expect(() => readPage(swapped)).toThrow("Table 3 is headed Shop.Models.Part");
});

test("a lost table is noticed", () => {
  const cut = page.slice(0, page.indexOf("\nShop.Pair[System.String,System.String]\n\nNazwa"));
  expect(() => readPage(cut)).toThrow("lists 4 definitions and has 3 tables");
});
