import { join } from "node:path";
import { operationsOf, parseContract, responsesOf, schemasOf } from "@partner-center/spec";
import { bundleContract } from "@partner-center/spec/redocly";
import { expect, test } from "vitest";
import { generateBodies, loadBodies } from "./grown-bodies.ts";

const folder = join(import.meta.dirname, "../../../../spec/test/contracts");

test.each(["agreements", "marketplace"])(
  "validators and test kit of %s agree on the contract's examples",
  async (name) => {
    const bundle = await bundleContract(join(folder, `${name}.yaml`));
    const contract = parseContract(bundle);
    const refused: string[] = [];
    const take = (_place: readonly string[], problem: string) => refused.push(problem);
    generateBodies(bundle, take);
    expect(refused).toEqual([]);

    const { createTestFetch, examples, schemas, validate } = await loadBodies(bundle);
    expect(Object.keys(schemas)).toEqual(Object.keys(schemasOf(contract)));
    const operations = operationsOf(contract);
    expect(Object.keys(examples)).toEqual(operations.map(({ id }) => id));

    const findings: string[] = [];
    const check = validate({ mode: "throw" });
    for (const { id, path, method, operation } of operations) {
      const [success] = responsesOf(contract, operation, "success");
      const given = Object.keys(examples[id] ?? {});
      if (!success || given.length === 0) continue;
      const url = new URL(path.replace(/\{[^{}]+\}/g, "a"), "https://eu.example.com");
      const [{ url: server = "" } = {}] = contract.servers ?? [];
      const prefix = new URL(server.replace(/\{[^{}]+\}/g, "eu")).pathname.replace(/\/$/, "");
      url.pathname = `${prefix}${url.pathname}`;
      const fetch = createTestFetch({ [id]: given });
      for (const example of given) {
        const response = await fetch(url, { method: method.toUpperCase() });
        const body = await response.json();
        expect(body).toEqual(examples[id]?.[example]);
        if (!response.ok) continue;
        const found = check(body, id, response.status);
        findings.push(
          ...found.map(({ pointer, message }) => `${id} ${example} ${pointer} ${message}`),
        );
      }
      expect(fetch.requests.map((request) => request.operation)).toEqual(given.map(() => id));
    }
    expect(findings).toEqual([]);
  },
);
