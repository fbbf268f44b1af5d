import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{spec,scripts,packages/*}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Every core: most tests wait for tools that they started.
    maxWorkers: "100%",
    // Only ends what hangs. On a busy machine, tests that start tools take many times as long as alone.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // In CI, a test that fails now and then does not stop a release; the summary of npm test names it.
    retry: process.env.CI === undefined ? 0 : 1,
    // What a poll waits for takes milliseconds: a test that fails should not take long to say so.
    expect: { poll: { timeout: 60_000 } },
    coverage: {
      reporter: ["text"],
      include: ["packages/*/src/**"],
      // AJV's own code, of which each branch would need a value that breaks one more member.
      exclude: ["packages/client/src/generated/validators.ts"],
      thresholds: { lines: 95 },
    },
    typecheck: { enabled: true, include: ["{spec,packages/*}/**/*.test-d.ts"] },
  },
});
