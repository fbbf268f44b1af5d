import { expect, test } from "vitest";
import { relativeAddress, resolveAddresses } from "../page/addresses.ts";

test("an address is relative to the page that names it", () => {
  expect(relativeAddress("", "guides/errors/#429")).toBe("guides/errors/#429");
  expect(relativeAddress("guides/errors/", "guides/prices/")).toBe("../prices/");
  expect(relativeAddress("pl/guides/errors/", "openapi.json")).toBe("../../../openapi.json");
  expect(relativeAddress("guides/errors/", "")).toBe("../../");
  expect(relativeAddress("", "pl/")).toBe("pl/");
  expect(relativeAddress("pl/", "")).toBe("../");
  expect(relativeAddress("try/", "try/")).toBe("./");
  expect(relativeAddress("try/", "try/#token")).toBe("#token");
});

test("pages are linked within their language, files of the site from anywhere", () => {
  const html = '<a href="page:try/#token"> <a href="site:redoc/"> <a href="https://example.com/">';
  expect(resolveAddresses(html, "pl", "guides/errors/")).toBe(
    '<a href="../../try/#token"> <a href="../../../redoc/"> <a href="https://example.com/">',
  );
});
