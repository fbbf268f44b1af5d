import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractFacts, readHovers } from "../hovers.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hovers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a name or member without a word is found, however deep, and nothing else", {
  timeout: 30_000,
}, () => {
  const entry = join(folder, "index.d.ts");
  writeFileSync(
    entry,
    `/** A thing. */
    export interface Thing extends Base {
      /** Said. */
      said: string;
      silent?: {
        /** Said. */
        inner: number;
        quiet: number;
      };
    }
    /** What things share. */
    interface Base {
      unsaid: string;
    }
    /** A class. */
    export declare class Machine {
      private hidden: string;
      /** Runs. */
      run(): void;
      stop(): void;
    }
    export declare const value: string;
    /** By URL. */
    export interface paths {
      "/a": {
        put?: never;
        /** Reads. */
        get: string;
        patch: string;
      };
    }
    export {};
    `,
  );
  expect(readHovers(entry).silent).toEqual([
    "Thing.silent",
    "Thing.silent.quiet",
    "Thing.unsaid",
    "Machine.stop",
    "value",
    "paths./a.patch",
  ]);
});

test("every fact of the contract is asked of the hover that it belongs to", () => {
  const contract = {
    paths: {
      "/things": {
        get: {
          operationId: "listThings",
          summary: "List things",
          description: "All of them.",
          parameters: [{ $ref: "#/components/parameters/limit" }],
        },
      },
    },
    components: {
      schemas: {
        Thing: {
          "x-dotnet-type": "A.Thing",
          properties: {
            size: {
              description: "How big.",
              format: "int32",
              minimum: 1,
              default: 2,
              examples: [3],
              deprecated: true,
            },
          },
        },
      },
      parameters: {
        limit: { in: "query", name: "limit", description: "How many.", schema: { maximum: 9 } },
      },
    },
  };
  expect(contractFacts(contract)).toEqual([
    ["Thing", "A.Thing"],
    ["Thing.size", "How big."],
    ["Thing.size", "Format: int32."],
    ["Thing.size", "minimum `1`"],
    ["Thing.size", "@example 3"],
    ["Thing.size", "@default 2"],
    ["Thing.size", "@deprecated"],
    ["components.parameters.limit", "How many."],
    ["components.parameters.limit", "maximum `9`"],
    ["operations.listThings", "List things"],
    ["operations.listThings", "All of them."],
    ["operations.listThings.parameters.query.limit", "How many."],
    ["operations.listThings.parameters.query.limit", "maximum `9`"],
  ]);
});
