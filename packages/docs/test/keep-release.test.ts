import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keepRelease } from "../keep-release.ts";

/** A tarball as a registry has it, in a folder that goes away with the test. */
function pack(name: string): { tarball: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "keep-release-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "package/dist"), { recursive: true });
  writeFileSync(join(folder, "package/package.json"), JSON.stringify({ name, version: "1.2.3" }));
  writeFileSync(join(folder, "package/dist/index.html"), "<p>As it was</p>");
  const tarball = join(folder, "release.tgz");
  execFileSync("tar", ["-czf", tarball, "-C", folder, "package"]);
  return { tarball, folder };
}

test("a published release is kept by its version", () => {
  const { tarball, folder } = pack("@partner-center/docs");
  expect(keepRelease(tarball, folder)).toBe("1.2.3");
  expect(readFileSync(join(folder, "1.2.3/index.html"), "utf8")).toBe("<p>As it was</p>");
});

test("a tarball of something else is refused", () => {
  const { tarball, folder } = pack("something-else");
  expect(() => keepRelease(tarball, folder)).toThrow("holds no site of ours");
});
