import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rejection } from "../situations/check.ts";
import { notExpressible } from "../situations/not-expressible.ts";
import { startSituations } from "../situations/server.ts";
import { open, secret } from "../situations/situation.ts";
import { situations } from "../situations/situations.ts";
import * as client from "../src/index.ts";
import * as validation from "../src/validate/index.ts";

let server: Awaited<ReturnType<typeof startSituations>>;
beforeAll(async () => {
  server = await startSituations();
});
afterAll(() => server.stop());

describe("in every situation the client does what it has to", () => {
  it.for(situations)("$name", ({ run }) => run({ client, validation, addresses: server }));

  it("excuses runtimes from situations that there are", () => {
    const names = new Set(situations.map(({ name }) => name));
    const excused = Object.values(notExpressible).flatMap((reasons) => Object.keys(reasons));
    expect(excused.filter((name) => !names.has(name))).toEqual([]);
  });

  it("knows at least 60 situations, each by its own name", () => {
    expect(situations.length).toBeGreaterThanOrEqual(60);
    expect(new Set(situations.map(({ name }) => name)).size).toBe(situations.length);
  });
});

it.for(["echo-json", "echo-html"])("node's inspect shows no token for %s", async (behaviour) => {
  const { get } = open({ client, validation, addresses: server }, behaviour);
  const error = await rejection(get());
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
});
