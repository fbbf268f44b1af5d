import { mkdirSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { folderNames } from "../page/folder-names.ts";

const folderOf = (name: string) => folderNames([name]).get(name);

const odd = [
  "",
  ".",
  "..",
  "../../etc",
  "/",
  "a/b",
  "a\\b",
  "a b",
  "a%2Fb",
  "a?b#c",
  "a~2fb",
  "~",
  "con",
  "Con.list",
  "żółw",
  "get /v1/orders/{order_id}",
  "line-item",
  "line.item",
  "line_item",
  "end.",
  ".git",
  "index.html",
  "x".repeat(300),
  `${"x".repeat(300)}y`,
];

test("a plain name is its folder, in the case that it has", () => {
  for (const name of ["getOrder", "Order", "line-item", "line.item", "line_item2"]) {
    expect(folderOf(name)).toBe(name);
  }
});

test("names in other characters are written in those that every address can hold", () => {
  expect(folderOf("a/b")).toBe("a~2fb");
  expect(folderOf("get /orders/{id}")).toBe("get~20~2forders~2f~7bid~7d");
  expect(folderOf("ż")).toBe("~c5~bc");
});

test("no two names share a folder, and none leaves its parent", () => {
  const folders = [...folderNames(odd).values()];
  expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(odd.length);
  using parent = temporaryFolder("folder-names-");
  for (const folder of folders) {
    expect(relative(parent.path, resolve(parent.path, folder))).toBe(folder);
    expect(new URL(`${folder}/`, "https://example.com/below/").pathname).toBe(`/below/${folder}/`);
    mkdirSync(join(parent.path, folder));
  }
  expect(readdirSync(parent.path).sort()).toEqual([...folders].sort());
});

test("names that differ in case alone have folders that differ in more", () => {
  const names = ["order", "Order", "ORDER", "line-Item", "line-item"];
  const folders = folderNames(names);
  expect(new Set([...folders.values()].map((folder) => folder.toLowerCase())).size).toBe(5);
  expect(folders.get("ORDER")).toBe("ORDER");
  expect(folders.get("Order")).toMatch(/^Order~~[0-9a-f]{8}$/);
});

test("a folder depends on no order, and on no other name unless they differ in case alone", () => {
  const names = ["order", "Order", "Link", "a/b"];
  const folders = folderNames(names);
  expect(new Map([...folders].sort())).toEqual(
    new Map([...folderNames([...names].reverse())].sort()),
  );
  expect(folderNames([...names, "Thing"]).get("order")).toBe(folders.get("order"));
  expect(folderNames(["Order"]).get("Order")).toBe(folders.get("Order"));
});
