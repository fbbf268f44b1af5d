import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { buildCommonJs } from "../build-commonjs.ts";
import { temporaryFolder } from "../temporary-folder.ts";

function write(folder: string, files: Record<string, string>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

const target = (path: string) => ({
  import: { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` },
  require: { types: `./dist/cjs/${path}.d.ts`, default: `./dist/cjs/${path}.js` },
});

test("entries that throw the same error class share it, and declarations are copies", () => {
  using temporary = temporaryFolder("build-commonjs-");
  const folder = temporary.path;
  write(folder, {
    "package.json": JSON.stringify({
      name: "trial",
      type: "module",
      exports: {
        ".": target("index"),
        "./more": target("more/index"),
        "./data.json": "./data.json",
      },
    }),
    "src/errors.ts": "export class TrialError extends Error {}\n",
    "src/index.ts": 'export { TrialError } from "./errors.ts";\n',
    "src/more/index.ts":
      'import { TrialError } from "../errors.ts";\nexport const fail = () => new TrialError();\n',
    "dist/index.d.ts": 'export { TrialError } from "./errors.ts";\n',
    "dist/cjs/left-over.js": "",
  });

  buildCommonJs(folder);

  const require = createRequire(join(folder, "program.js"));
  const { TrialError } = require("./dist/cjs/index.js");
  expect(require("./dist/cjs/more/index.js").fail()).toBeInstanceOf(TrialError);
  expect(readFileSync(join(folder, "dist/cjs/index.d.ts"), "utf8")).toBe(
    readFileSync(join(folder, "dist/index.d.ts"), "utf8"),
  );
  expect(() => require("./dist/cjs/left-over.js")).toThrow("Cannot find module");
});
