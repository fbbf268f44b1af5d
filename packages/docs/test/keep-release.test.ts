import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, onTestFinished, test } from "vitest";
import { keepRelease } from "../keep-release.ts";

/** A tarball as a registry has it, in a folder that is removed with the test. */
function pack(name: string): { tarball: string; folder: string } {
  const temporary = temporaryFolder("keep-release-");
  onTestFinished(() => temporary[Symbol.dispose]());
  const folder = temporary.path;
  mkdirSync(join(folder, "package/dist"), { recursive: true });
  writeFileSync(join(folder, "package/package.json"), JSON.stringify({ name, version: "1.2.3" }));
  writeFileSync(join(folder, "package/dist/index.html"), "<p>As it was</p>");
  const tarball = join(folder, "release.tgz");
  execFileSync("tar", ["-czf", tarball, "-C", folder, "package"]);
  return { tarball, folder };
}

test("a published release is kept by its version", async () => {
  const { tarball, folder } = pack("@partner-center/docs");
  expect(await keepRelease(tarball, folder)).toBe("1.2.3");
  expect(readFileSync(join(folder, "1.2.3/index.html"), "utf8")).toBe("<p>As it was</p>");
});

test("a tarball of something else is refused", async () => {
  const { tarball, folder } = pack("something-else");
  await expect(keepRelease(tarball, folder)).rejects.toThrow("is not a release of these docs");
});
