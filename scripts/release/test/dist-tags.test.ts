import { listen } from "@partner-center/lib/loopback";
import { expect, onTestFinished, test, vi } from "vitest";
import { chooseTag, readTags } from "../dist-tags.ts";

test.each([
  ["the first version", "1.0.0", {}, "latest"],
  ["the next version", "1.10.0", { latest: "1.9.0" }, "latest"],
  ["a release after its candidate", "1.0.0", { latest: "1.0.0-rc.1" }, "latest"],
  ["a candidate", "2.1.0-rc.0", { latest: "2.0.0" }, "rc"],
  ["the next candidate", "2.1.0-rc.10", { latest: "2.0.0", rc: "2.1.0-rc.9" }, "rc"],
  ["a candidate of another kind", "2.1.0-beta.0", { latest: "2.0.0", rc: "2.1.0-rc.9" }, "beta"],
  ["a candidate of an older major", "1.1.0-rc.0", { latest: "2.0.0", rc: "2.1.0-rc.1" }, "rc-1"],
  ["a release after candidates", "2.1.0", { latest: "2.0.0", rc: "2.1.0-rc.1" }, "latest"],
  ["a release left behind", "2.0.0", { latest: "1.0.0", rc: "2.1.0-rc.0" }, "latest"],
  ["a hotfix of an older major", "1.9.1", { latest: "2.0.0" }, "latest-1"],
  ["its next hotfix", "1.9.2", { latest: "2.0.0", "latest-1": "1.9.1" }, "latest-1"],
  ["a hotfix of an older minor", "1.8.1", { latest: "2.0.0", "latest-1": "1.9.1" }, "latest-1.8"],
  ["a hotfix of an older minor of latest", "2.0.1", { latest: "2.1.0" }, "latest-2"],
  ["an older version than a canary", "1.1.0", { latest: "1.0.0", canary: "3.0.0" }, "latest"],
])("%s, %s, beside %j goes out as %s", (_, version, tags, tag) => {
  expect(chooseTag(version, tags)).toBe(tag);
});

test("a package that is not published has no tags; a registry that refuses is an error", async () => {
  let status = 404;
  await using registry = await listen((_, response) => response.writeHead(status).end("{}"));
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("pnpm_config_registry", `${registry.url}/`);
  expect(await readTags("@partner-center/client")).toEqual({});
  status = 403;
  await expect(readTags("@partner-center/client")).rejects.toThrow(
    "The registry does not tell the dist-tags of @partner-center/client",
  );
});
