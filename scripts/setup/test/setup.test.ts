import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

function setUp(args: string[], nodeOptions: string[] = []) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...nodeOptions, join(root, "scripts/setup.mjs"), ...args],
    { cwd: root, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

test("the command runs on the pinned Node, and its exit code is ours", () => {
  const script = "console.log(process.version); process.exit(3)";
  const { status, stdout } = setUp(["node", "-e", script]);
  expect({ status, stdout }).toEqual({ status: 3, stdout: "v24.21.0\n" });
});

test.each([
  ["the one that runs setup.mjs", undefined, undefined, process.execPath],
  ["the one that runs npm, which puts ours first", "/opt/npm/node", undefined, "/opt/npm/node"],
  ["below another command of ours, the outermost", process.execPath, "/opt/node", "/opt/node"],
])("the command is told the machine's own Node: %s", (_, npmNode, outer, expected) => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("npm_node_execpath", npmNode);
  vi.stubEnv("MACHINE_NODE", outer);
  expect(setUp(["node", "-p", "process.env.MACHINE_NODE"]).stdout).toBe(`${expected}\n`);
});

test("nothing that the command runs reports to its maker", () => {
  const names = "['TURBO_TELEMETRY_DISABLED','REDOCLY_TELEMETRY','DO_NOT_TRACK']";
  const { stdout } = setUp(["node", "-p", `${names}.map((name) => process.env[name]).join()`]);
  expect(stdout).toBe("1,off,1\n");
});

test("a command that isn't there is named", () => {
  const { status, stderr } = setUp(["no-such-command"]);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^no-such-command could not be started: .* ENOENT$/m),
  });
});

test("an old Node is refused with the version that is needed", () => {
  const old = `Object.defineProperty(process.versions, "node", { value: "18.20.8" })`;
  const { status, stderr } = setUp([], ["--import", `data:text/javascript,${old}`]);
  expect(status).toBe(1);
  expect(stderr).toContain("Node 20 or newer is needed");
});
