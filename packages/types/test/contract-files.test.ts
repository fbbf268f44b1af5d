import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { specSha256, specVersion } from "../src/index.ts";

// The package under its own name, so that its exports map is what is tried.
const require = createRequire(import.meta.url);
const contract = readFileSync(require.resolve("@partner-center/types/openapi.json"));

test("specSha256 is the hash of the contract in the package", () => {
  expect(specSha256).toBe(createHash("sha256").update(contract).digest("hex"));
});

test("specVersion is the version in the contract, and the package's own", () => {
  const { info } = JSON.parse(contract.toString());
  const { version } = require("@partner-center/types/package.json");
  expect(specVersion).toBe(info.version);
  expect(version).toBe(info.version);
});

test("the contract is there as YAML too", () => {
  const yaml = readFileSync(require.resolve("@partner-center/types/openapi.yaml"), "utf8");
  expect(yaml).toMatch(/^openapi: 3\.1\.\d+\n/);
});
