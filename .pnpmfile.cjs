// @ts-check
/**
 * Gives each platform its own Node. The `node-*` packages declare `os` and `cpu` as strings, which
 * pnpm leaves out of its lockfile: every machine would install all of them, and macOS would run the
 * one for Windows.
 *
 * Plain JavaScript, because pnpm itself loads it. pnpm-lock.yaml holds a checksum of this file: after
 * any edit, formatting included, run `npx pnpm install --no-frozen-lockfile`.
 */

/** @typedef {{ name?: string, os?: string | string[], cpu?: string | string[] }} Manifest */

module.exports = {
  hooks: {
    /** @param {Manifest} manifest the package.json of a dependency */
    readPackage(manifest) {
      if (manifest.name?.startsWith("node-")) {
        if (typeof manifest.os === "string") manifest.os = [manifest.os];
        if (typeof manifest.cpu === "string") manifest.cpu = [manifest.cpu];
      }
      return manifest;
    },
  },
};
