import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{spec,scripts,packages/*}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Every core: most tests wait for tools that they started.
    maxWorkers: "100%",
    // Generous, for busy machines: no test waits for time to pass, but many start tools.
    testTimeout: 60_000,
    hookTimeout: 120_000,
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
