/** Generates types from small contracts, and compiles what uses them. */
import { fileURLToPath } from "node:url";
import type { Contract, Operation, Refuse, Schema } from "@partner-center/spec";
import ts from "typescript";
import { generateTypes } from "../generate/generate.ts";
import { createVirtualProgram, problemsOf } from "./virtual-program.ts";

type Schemas = { [name: string]: Schema & { [keyword: string]: unknown } };

/** A contract of some schemas, and of operations that are posts to `/0`, `/1` and so on. */
export function contractWith(schemas: Schemas, operations: Operation[] = []): Contract {
  return {
    openapi: "3.1.0",
    info: { title: "Trial", version: "2.3.4" },
    paths: Object.fromEntries(operations.map((post, index) => [`/${index}`, { post }])),
    components: { schemas },
  };
}

export const json = (schema: Schema) => ({ content: { "application/json": { schema } } });

export const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** The types of a contract, and what was refused of it, a sentence each. */
export async function typesOf(contract: Contract) {
  const refusals: string[] = [];
  const refuse: Refuse = (place, problem) => refusals.push(`${place.join("/")}: ${problem}`);
  return { source: await generateTypes(JSON.stringify(contract), refuse), refusals };
}

/**
 * What the compiler says of the types of a contract, and of code that uses them: nothing, when the types
 * compile and the code's `@ts-expect-error` are all right. With no library but JavaScript's own, and a
 * look at every file.
 */
export async function problemsWith(contract: Contract, code = ""): Promise<string[]> {
  const { source } = await typesOf(contract);
  return problemsOf(
    createVirtualProgram(
      fileURLToPath(new URL("virtual.ts", import.meta.url)),
      `${source}\ndeclare function take<T>(value: T): void;\n${code}`,
      { skipLibCheck: false, lib: ["lib.es2022.d.ts"], target: ts.ScriptTarget.ES2022 },
    ),
  );
}
