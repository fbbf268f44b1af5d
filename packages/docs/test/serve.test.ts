import type { LoopbackServer } from "@partner-center/lib/loopback";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveSite } from "../serve.ts";

let site: LoopbackServer;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(() => site?.close());

const get = (path: string) => fetch(`${site.url}${path}`, { redirect: "manual" });

test("the address of a page without its slash leads to the page", async () => {
  for (const path of ["/guides/errors", "/pl/packages/client"]) {
    const response = await get(`${path}?from=search`);
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe(`${path}/?from=search`);
  }
  expect((await get("/guides/errors/")).status).toBe(200);
  expect((await get("/openapi.json")).status).toBe(200);
});

test("an address without a page is answered with the page that says so, in its own style", async () => {
  for (const path of ["/guides/no-such-page/", "/no-such-file", "/assets"]) {
    const response = await get(path);
    expect(response.status, path).toBe(404);
    const text = await response.text();
    expect(text).toContain("There is no such page");
    expect(text).toContain("<style>");
    expect(text).not.toContain('rel="stylesheet"');
  }
});
