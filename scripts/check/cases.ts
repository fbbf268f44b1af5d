/** The cases of `npm run check`: each is a program of its own, which takes `--help` too. */
import type { Case } from "@partner-center/lib/cases";

export const cases: Record<string, Case> = {
  fast: {
    command: ["node", "scripts/test.ts", "--fast"],
    does: "drift, lint, sources, translations, examples, public surface: the first of npm test",
    needs: "15 s",
  },
  api: {
    command: ["node", "scripts/check/api.ts"],
    does: "the public surface of each package against its report; --accept writes the report",
    needs: "10 s",
  },
  setup: {
    command: ["node", "scripts/test.ts", "--setup"],
    does: "installation on each platform, every command's arguments, caching, gate, dev, killed releases",
    needs: "3 min",
  },
  contract: {
    command: ["node", "scripts/check/contract.ts"],
    takes: "FILE",
    does: "types, client, validators, test kit and docs of any OpenAPI contract; --out FOLDER",
    needs: "30 s",
  },
  walk: {
    command: ["node", "scripts/try/walk.ts"],
    does: '"Change the contract" of the README, followed to the letter in a copy',
    needs: "9 min, git",
  },
  growth: {
    command: ["node", "scripts/try/growth.ts"],
    does: "five operations added to a copy by files in spec/ alone: everything else is made from them",
    needs: "5 min, git",
  },
  runtimes: {
    command: ["node", "scripts/try/runtimes.ts"],
    does: "every situation on Node, Bun, Deno, workerd, Chromium; --only NAME, --write what we say",
    needs: "1 min, the package registry",
  },
  typescript: {
    command: ["node", "scripts/try/typescript.ts"],
    does: "a consumer compiled by each minor of TypeScript from 5.0 to 7.0",
    needs: "2 min, the package registry",
  },
  consumers: {
    command: ["node", "scripts/try/consumers.ts"],
    does: "the packages installed and run: Node, Jest, TypeScript, bundlers; --only NAME",
    needs: "2 min, the package registry",
  },
  snippets: {
    command: ["node", "scripts/try/snippets.ts"],
    does: "all code of the client's README, compiled and run",
    needs: "1 min, the package registry",
  },
  tools: {
    command: ["node", "scripts/try/tools.ts"],
    does: "the contract, read by five tools that share no code with Redocly",
    needs: "1 min, the package registry",
  },
  coverage: {
    command: ["node", "spec/checks/check-coverage.ts"],
    does: "calls of all that the contract has, on the mock: every operation, status and property",
    needs: "20 s",
  },
  packages: {
    command: ["node", "scripts/release/check-packages.ts"],
    does: "the tarballs that would be published; --rebuild compares a second build",
    needs: "20 s",
  },
  publishing: {
    command: ["node", "scripts/release/try-publishing.ts"],
    does: "a copy under another scope and registry: built, checked, published, installed",
    needs: "2 min, git",
  },
  "supply-chain": {
    command: ["node", "scripts/check/supply-chain.ts"],
    does: "licences, origins, install scripts and known vulnerabilities of what is installed",
    needs: "10 s, the package registry",
  },
  site: {
    command: ["node", "packages/docs/checks/check-figures.ts"],
    does: "every figure of the documentation in a browser; --quick leaves out the slow ones",
    needs: "5 min",
  },
  screenshots: {
    command: ["node", "packages/docs/checks/screenshots.ts"],
    does: "pictures of every page, for people to look at, in packages/docs/screenshots/",
    needs: "3 min",
  },
  soak: {
    command: ["node", "--expose-gc", "scripts/try/soak.ts"],
    does: "200,000 calls to a service that fails one request in five: counts, heap, timers",
    needs: "2 min",
  },
  mutation: {
    command: ["node", "scripts/try/mutation.ts"],
    does: "1,000 defects in the client, of which tests notice 90 %; --only FILE, --since the last run",
    needs: "25 min, the package registry",
  },
  cache: {
    command: ["node", "scripts/cache/rehearse.ts"],
    does: "a build cache shared by two clones, also one that is tampered with, slow or not there",
    needs: "4 min, git, the package registry",
  },
  live: {
    command: ["node", "scripts/live/verify.ts"],
    does: "the real service against the contract; --help says what to set in the environment",
    needs: "1 min, a partner's own account",
  },
};
