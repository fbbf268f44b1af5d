/** Tells why two contracts can't be compared: mostly one of them is not valid OpenAPI. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import {
  describeFlaw,
  type Finding,
  InvalidContractError,
  lint,
} from "@partner-center/spec/any-contract";
import type { Side } from "../compare-types.ts";
import type { SideName } from "../places.ts";

/** What a tool says first, without a heading such as `redocly diff failed:` and a full stop. */
export function reasonOf({ message }: Error): string {
  const [reason = ""] = message.split("\n").filter((line) => /[^:\s]\s*$/.test(line));
  return reason.replace(/^Error: |\.$/g, "");
}

/** @throws {InvalidContractError} when a contract breaks OpenAPI's rules, with the place */
export async function refuseFlawed(sides: Record<SideName, Side>): Promise<void> {
  for (const { name, text } of Object.values(sides)) {
    const flaw = await findFlaw(text);
    if (flaw)
      throw new InvalidContractError(`${name} is not valid OpenAPI: ${describeFlaw(flaw)}.`);
  }
}

/** What judges fail on, first: a value of another type, and two paths that are the same. */
const severest = [/^Expected type/, /identical|unresolved|resolve/i, /^/];

async function findFlaw(text: string): Promise<Finding | undefined> {
  using folder = temporaryFolder("flaws-");
  const file = join(folder.path, "openapi.json");
  writeFileSync(file, text);
  const flaws = (await lint(file)).filter(({ severity }) => severity === "error");
  const ranked = severest.map((pattern) => flaws.find(({ message }) => pattern.test(message)));
  return ranked.find((flaw) => flaw);
}
