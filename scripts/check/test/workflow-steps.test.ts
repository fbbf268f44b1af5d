import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { git, makeFolder, runStep } from "./workflow-step.ts";

test.each([
  ["nothing but its settings", ["README.md", "config.json"], "pending=false"],
  ["a changeset", ["README.md", "brave-boats-sing.md"], "pending=true"],
  ["those of a prerelease that is out", ["pre.json", "pre/brave-boats-sing.md"], "pending=false"],
  ["a new one in prerelease mode", ["pre.json", "pre/brave.md", "new.md"], "pending=true"],
  ["the end of prerelease mode", ["exit:pre.json", "pre/brave.md"], "pending=true"],
])(".changeset with %s: %j", (_, files, expected) => {
  const folder = makeFolder();
  mkdirSync(join(folder, ".changeset/pre"), { recursive: true });
  for (const file of files) {
    const mode = file.startsWith("exit:") ? "exit" : "pre";
    const content = JSON.stringify({ mode, tag: "rc" }, null, 2);
    writeFileSync(join(folder, ".changeset", file.replace("exit:", "")), content);
  }
  const { code, output } = runStep("release.yml", "Look for changesets", folder);
  expect({ code, output }).toEqual({ code: 0, output: expected });
});

/** A clone of a remote with one commit and a change of version that is not committed. */
function cloneWithVersion(): { clone: string; remote: string } {
  const folder = makeFolder();
  const [remote, clone] = [join(folder, "remote"), join(folder, "clone")];
  git(folder, "init", "--quiet", "--bare", remote);
  git(folder, "clone", "--quiet", remote, clone);
  git(clone, "commit", "--quiet", "--allow-empty", "--message=First");
  writeFileSync(join(clone, "package.json"), '{ "version": "1.0.1" }');
  return { clone, remote };
}

const onSupport = { GITHUB_REF_NAME: "support/1.x", BRANCH: "release/support/1.x" };

test.each([
  ["opened", "", true],
  ["renewed when it is open", "OPEN", false],
  ["opened again when the last one was merged", "MERGED", true],
])("the pull request of a support branch is %s", (_, state, isCreated) => {
  const { clone, remote } = cloneWithVersion();
  const step = "Open or renew the pull request";
  const { code, calls } = runStep("release.yml", step, clone, onSupport, { "pr view": state });
  expect(code).toBe(0);
  expect(git(remote, "show", "release/support/1.x:package.json")).toContain("1.0.1");
  const created = calls.filter(([, verb]) => verb === "create").map((args) => args.slice(2, 6));
  const expected = ["--base", "support/1.x", "--head", "release/support/1.x"];
  expect(created).toEqual(isCreated ? [expected] : []);
});

test("its checks are started on its branch, and its commit waits for their verdict", () => {
  const { clone } = cloneWithVersion();
  const { code, calls } = runStep("release.yml", "Start the checks", clone, onSupport);
  const status = `repos/example/contract/statuses/${git(clone, "rev-parse", "HEAD")}`;
  expect(code).toBe(0);
  expect(calls).toEqual([
    ["api", status, "--silent", "--field", "state=pending", "--field", "context=CI verdict"],
    ["workflow", "run", "ci.yml", "--ref", "release/support/1.x"],
  ]);
});

test.each([
  ["success success", 0, "success"],
  ["success failure", 1, "failure"],
  ["cancelled success", 1, "failure"],
  ["success skipped", 1, "failure"],
])("CI's verdict of the results %s", (results, code, state) => {
  const env = { RESULTS: results, GITHUB_SHA: "0a1b2c3", GITHUB_EVENT_NAME: "pull_request" };
  const onPullRequest = runStep("ci.yml", "Tell the verdict", makeFolder(), env);
  expect(onPullRequest).toMatchObject({ code, calls: [] });
  const dispatched = { ...env, GITHUB_EVENT_NAME: "workflow_dispatch" };
  const onRelease = runStep("ci.yml", "Tell the verdict", makeFolder(), dispatched);
  expect(onRelease.code).toBe(code);
  expect(onRelease.calls[0]).toEqual(
    expect.arrayContaining(["repos/example/contract/statuses/0a1b2c3", `state=${state}`]),
  );
});

test.each([
  ["true", "found=true", ""],
  ["false", "found=false", "::notice::The service was not compared with the contract: no secret "],
])(
  "the watch is green with and without secrets (%s), and says which",
  (found, expected, notice) => {
    const env = { FOUND: found };
    const { code, output, printed } = runStep(
      "watch.yml",
      "Look for the secrets",
      makeFolder(),
      env,
    );
    expect({ code, output }).toEqual({ code: 0, output: expected });
    expect(printed.startsWith(notice)).toBe(true);
  },
);

test("no issue is opened when it is not known whether there is one", () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "report.md"), "differs");
  const env = { RUNNER_TEMP: folder };
  const answers = { "issue list": "exit 1" };
  const { code, calls } = runStep("watch.yml", "Keep the issue", folder, env, answers);
  expect({ code, count: calls.length }).toEqual({ code: 1, count: 1 });
});

test.each([
  ["differs for the first time", "differs", "", ["list", "label", "create"]],
  ["still differs", "differs", "12 OPEN", ["list", "edit"]],
  ["differs again", "differs", "12 CLOSED", ["list", "edit", "reopen"]],
  ["keeps the contract", undefined, "", ["list"]],
  ["keeps the contract again", undefined, "12 OPEN", ["list", "close"]],
  ["still keeps it", undefined, "12 CLOSED", ["list"]],
])("one issue is kept when the service %s", (_, report, issue, expected) => {
  const folder = makeFolder();
  if (report) writeFileSync(join(folder, "report.md"), report);
  const env = { RUNNER_TEMP: folder };
  const answers = { "issue list": issue };
  const { code, calls } = runStep("watch.yml", "Keep the issue", folder, env, answers);
  expect(code).toBe(0);
  expect(calls.map(([noun, verb]) => (noun === "issue" ? verb : noun))).toEqual(expected);
  for (const [, verb, ...args] of calls) {
    const isAboutOne = ["edit", "reopen", "close"].includes(verb ?? "");
    if (isAboutOne) expect(args[0]).toBe("12");
    if (verb === "edit" || args.includes("--title")) {
      expect(args.slice(-2)).toEqual(["--body-file", join(folder, "report.md")]);
    }
  }
});
