import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compareExports } from "../compare-exports.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "exports-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Compares two declaration files. */
function compare(before: string, after: string): string[] {
  const path = (name: string) => join(folder, `${name}.d.ts`);
  writeFileSync(path("before"), before);
  writeFileSync(path("after"), after);
  return compareExports(path("before"), path("after"));
}

test("another way to write the same is no difference", { timeout: 30_000 }, () => {
  const before = `export interface Order { id?: string; tags?: Record<string, number> }
    export declare function read(order: Order): string;`;
  const after = `type Text = string;
    export type Order = { id?: Text; tags?: { [key: string]: number } };
    export declare const read: (order: Order) => Text;
    export {};`;
  expect(compare(before, after)).toEqual([]);
});

test("what is gone, new or of another type is named", { timeout: 30_000 }, () => {
  const before = `export interface Order { id?: string }
    export type Kept = 1; export type Lost = 1; export declare const value: string;`;
  const after = `export interface Order { readonly id?: string; more?: number }
    export type Kept = 1; export type Found = 1; export declare const value: string | undefined;`;
  expect(compare(before, after)).toEqual([
    "Lost is gone",
    "Found is new",
    "Order has another type",
    "value has another type",
  ]);
});
